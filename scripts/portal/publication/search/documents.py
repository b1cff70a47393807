"""Search documents: one per page and per section, read from the built HTML."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import page_url
from portal.content.glossary import GLOSSARY
from portal.languages import LANGUAGES

TEXT = "#_content, article, main"
SKIP = "data-search-skip"
"""The attribute of elements that the search leaves out; on the article it leaves out the whole page."""
NOTE = "data-search-note"
"""The attribute of a title with a word that search results show after it: that the page is archived."""
APART = f"nav, aside, script, style, template, form, dialog, [{SKIP}]"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS_AND_TABLES = {"ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th", "td"}
BLOCKS = {"p", "br", "div", "section", "header", "blockquote", "pre", "figure", "figcaption", "summary"}
BREAKS = HEADINGS | LISTS_AND_TABLES | BLOCKS
"""Elements that separate words."""
NEWS_DAY = re.compile(r"(?:^|/)news/(\d{4}-\d{2}-\d{2})-")


class SearchDocument(NamedTuple):
    """A page up to its first section, or a section up to the next."""

    language: str
    address: str
    """Relative to the root of the site: "ru/strategy/role/#union"."""
    page: str
    """The title of the page."""
    title: str
    text: str
    day: str
    """The day of a news item, ISO; empty for other pages."""


def documents_of(tree: LexborHTMLParser, address: str) -> Iterator[SearchDocument]:
    """The documents of one page; none if it is a fallback, says noindex, is left out of the search, or has no text.

    Removes from the tree what the search leaves out.
    """
    language = (tree.root and tree.root.attributes.get("lang")) or ""
    body = tree.css_first(TEXT)
    if language not in LANGUAGES or body is None or SKIP in body.attributes:
        return
    if tree.css_first('meta[name=robots][content*="noindex"]'):
        return
    for node in body.css(APART):
        node.decompose()
    sections = list(_sections(body))
    page = next((title for anchor, title, _ in sections if not anchor and title), "")
    noted = body.css_first(f"h1[{NOTE}]")
    note = f" ({noted.attributes[NOTE]})" if noted else ""
    day = NEWS_DAY.search("/" + address)
    is_glossary = address == page_url(GLOSSARY, language)
    for anchor, title, text in sections:
        # Ids that begin with "_" are the template's: lists of what other pages say. A group of terms has no text.
        if not anchor.startswith("_") and (text or (title and not (is_glossary and anchor))):
            place = f"{address}#{anchor}" if anchor else address
            shown = title or page
            yield SearchDocument(
                language, place, page + note, shown if anchor else shown + note, text, day[1] if day else ""
            )


def _sections(body: LexborNode) -> Iterator[tuple[str, str, str]]:
    """Id, title and text of the page up to its first heading with an id, then of each such section."""
    anchor, title, texts = "", "", [""]
    in_headings = {
        each.mem_id for heading in body.css(", ".join(HEADINGS)) for each in heading.traverse(include_text=True)
    }
    for node in body.traverse(include_text=True):
        if node.is_text_node:
            if node.mem_id not in in_headings:
                texts.append(node.text_content or "")
        elif node.tag in HEADINGS:
            if node.tag == "h1":
                title = _line(node.text())
            elif node.attributes.get("id"):
                yield anchor, title, _line("".join(texts))
                anchor, title, texts = node.attributes["id"] or "", _line(node.text()), []
            else:
                texts.append(f" {node.text()} ")
        elif node.tag in BREAKS:
            texts.append(" ")
    yield anchor, title, _line("".join(texts))


def _line(text: str) -> str:
    return " ".join(text.split())
