"""The text of a page after Markdown, dressed for readers."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal import glossary
from portal.addresses import ORIGINAL, page_url, relative_url
from portal.edition import Edition
from portal.permanence import stubs
from portal.permanence.record import Record
from portal.words import word

SECTION_SIGN = "§"


def dress(html: str, edition: Edition, record: Record, path: str, language: str) -> str:
    """The article's HTML with its sections numbered and linked, and its abbreviations linked to the glossary of its own language.

    Sections that readers may have been sent to and that are not there get a line in their place.
    """
    article = LexborHTMLParser(html)
    number_sections(article, edition.chapter_number(path), language)
    if path != glossary.PATH and (ORIGINAL, glossary.PATH) in edition.pages:
        words = edition.shown(glossary.PATH, edition.shown(path, language).language)
        address = relative_url(page_url(glossary.PATH, language), page_url(path, language))
        glossary.link_terms(article, glossary.terms(words), address)
    stubs.complete(article, record, path, language)
    return article.body.inner_html or ""


def number_sections(article: LexborHTMLParser, chapter: int | None, language: str) -> None:
    """Put before each section title the link to it: its number in a chapter («2.1», «2.1.3»), else a section sign."""
    counts = [0] * 5
    for heading in article.css("h2[id], h3[id], h4[id], h5[id], h6[id]"):
        level = int((heading.tag or "h2")[1]) - 2
        counts = counts[:level] + [counts[level] + 1] + [0] * (4 - level)
        label = ".".join(map(str, [chapter, *counts[: level + 1]])) if chapter else SECTION_SIGN
        _link_section(article, heading, label, language)


def _link_section(article: LexborHTMLParser, heading: LexborNode, label: str, language: str) -> None:
    name = word("permalink", language, section=heading.text().strip())
    link = article.create_node("a")
    link.attrs["class"], link.attrs["href"], link.attrs["title"] = "no", f"#{heading.attributes['id']}", name
    if label == SECTION_SIGN:
        link.attrs["aria-label"] = name
    link.inner_html = label
    first = heading.child
    first.insert_before(link)
    first.insert_before(" ")
