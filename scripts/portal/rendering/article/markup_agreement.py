"""Whether an article has the elements that its Markdown stands for, as the preview on GitHub shows them."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from portal.content.markdown.elements import TAGS, WITHOUT_PARAGRAPHS
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.rendering.article.elements import body_of

FOOTNOTES = ".footnote, sup[id^='fnref']"


def check_markup(html: str, page: Page) -> list[Problem]:
    """The first place at which the HTML that Python-Markdown made of a page is not what its Markdown says."""
    built = list(_built_tags(html))
    written = page.body.elements
    for at, element in enumerate(written):
        if at >= len(built) or element.tag != built[at]:
            return [page.problem(page.file_line(element.line), "markup-differs")]
    if len(built) > len(written):
        line = written[-1].line if written else page.body_line
        return [page.problem(page.file_line(line), "markup-differs")]
    return []


def _built_tags(html: str) -> Iterator[str]:
    article = LexborHTMLParser(html)
    for note in article.css(FOOTNOTES):
        note.decompose()
    apart = tuple(f"{tag} p" for tag in WITHOUT_PARAGRAPHS)
    skipped = {node.mem_id for node in article.css(", ".join(apart))}
    for node in body_of(article).traverse():
        if node.tag in TAGS and node.mem_id not in skipped:
            yield str(node.tag)
