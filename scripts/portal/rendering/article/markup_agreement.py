"""Whether an article has the elements that its Markdown stands for, as the preview on GitHub shows them."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.markdown.elements import TAGS, WITHOUT_PARAGRAPHS
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.rendering.article.elements import body_of
from portal.rendering.article.foreign_html import find_foreign

FOOTNOTES = (".footnote", "sup[id^='fnref']")


def check_markup(html: str, page: Page) -> list[Problem]:
    """The first place at which the HTML of a page is not what Markdown may hold, or not what its own says."""
    article, written = LexborHTMLParser(html), page.body.elements
    for node, found in find_foreign(article):
        return [page.problem(page.file_line(_line_of(node, article, page)), "markup-foreign", found=found)]
    built = [str(node.tag) for node in _built_nodes(article)]
    for at, element in enumerate(written):
        if at >= len(built) or element.tag != built[at]:
            return [page.problem(page.file_line(element.line), "markup-differs")]
    if len(built) > len(written):
        line = written[-1].line if written else page.body_line
        return [page.problem(page.file_line(line), "markup-differs")]
    return []


def _built_nodes(article: LexborHTMLParser) -> Iterator[LexborNode]:
    """The elements to compare; those of footnotes are printed at the end."""
    apart = [*(f"{tag} p" for tag in WITHOUT_PARAGRAPHS), *(f"{notes} *" for notes in FOOTNOTES), *FOOTNOTES]
    skipped = {node.mem_id for node in article.css(", ".join(apart))}
    for node in body_of(article).traverse():
        if node.tag in TAGS and node.mem_id not in skipped:
            yield node


def _line_of(node: LexborNode, article: LexborHTMLParser, page: Page) -> int:
    """The line of a footnote's text, else of the last element that begins before a node or with it."""
    if name := _footnote_of(node):
        return next((at for at, line in enumerate(page.text.split("\n"), 1) if line.startswith(f"[^{name}]:")), 1)
    # A foreign block stands where the text has one of its own.
    own = {node.mem_id} if node.parent == article.body else set()
    counted, count = own | {built.mem_id for built in _built_nodes(article)}, 0
    for each in body_of(article).traverse(include_text=True):
        count += each.mem_id in counted
        if each.mem_id == node.mem_id:
            break
    return page.body.elements[:count][-1].line if page.body.elements[:count] else page.body_line


def _footnote_of(node: LexborNode | None) -> str | None:
    while node is not None:
        identifier = node.attributes.get("id") or ""
        if node.tag == "li" and identifier.startswith("fn:"):
            return identifier.removeprefix("fn:")
        node = node.parent
    return None
