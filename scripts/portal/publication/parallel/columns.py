"""A built page cut into the cells of a column, at the ids of its sections and paragraphs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import ID
from portal.languages import NAMES
from portal.publication.srcset import with_addresses

ROOT = "\ue000"
"""Stands in cells for the relative link to the root of the site; texts with such a sign are refused."""
TOP, NOTES, SOURCE = "", "_notes", "_source"
"""Rows without an address: what stands before the first id, the footnotes, the source of a news item."""
LEFT_OUT = ".permalink-control, .section-elsewhere, .print-only, .document-body > div > span[id]"
"""Controls, and what stands in a page for sections that it does not have."""
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True)
class Column:
    """A page in one language; `url` is its address below the root, its cells are HTML by row, in document order."""

    language: str
    url: str
    cells: Mapping[str, str]
    places: Mapping[str, tuple[str, ...]]
    """The ids within the cells to which others may link, such as that of an item of a list, by row."""


@dataclass(frozen=True)
class Block:
    """An element of the text, the row that it belongs to, and the ids of places in it."""

    row: str
    element: LexborNode
    ids: tuple[str, ...]


def read_column(html: str, url: str, language: str) -> Column:
    tree = LexborHTMLParser(html)
    for node in tree.css(LEFT_OUT):
        node.decompose()
    cells, places = {TOP: "".join(_title(tree))}, dict[str, tuple[str, ...]]()
    blocks = list(_blocks(tree))
    targets = {name: f"{language}.{name}" for block in blocks for name in block.ids}
    targets |= {block.row: block.row for block in blocks}
    for block in blocks:
        _complete(block.element, url, language, targets)
        cells[block.row] = cells.get(block.row, "") + (block.element.html or "")
        linked = tuple(name for name in block.ids if re.fullmatch(ID, name))
        places[block.row] = places.get(block.row, ()) + linked
    return Column(language, url, cells, places)


def _title(tree: LexborHTMLParser) -> Iterator[str]:
    """The title and the lead of a page, wherever its template has them."""
    for selector, name in (("h1", "parallel-title"), (".lead", "lead")):
        if found := tree.css_first(f"article {selector}"):
            yield f'<p class="{name}">{found.inner_html}</p>'
            found.decompose()


def _blocks(tree: LexborHTMLParser) -> Iterator[Block]:
    """The elements of the text; those that begin a row lose their id, which the row will have."""
    text, row = tree.css_first(".document-body > div:not(.sources)"), TOP
    for element in text.iter() if text else ():
        classes = (element.attributes.get("class") or "").split()
        heading = element.child if "section-heading" in classes else element
        if heading and heading.attributes.get("id") and heading.tag in {*HEADINGS, "p"}:
            row = heading.attributes["id"] or ""
            del heading.attrs["id"]
        yield _block(NOTES if "footnote" in classes else row, element)
    if source := tree.css_first(".document-body > p.sources"):
        yield _block(SOURCE, source)


def _block(row: str, element: LexborNode) -> Block:
    return Block(row, element, tuple(node.attributes["id"] or "" for node in element.css("[id]")))


def _complete(element: LexborNode, url: str, language: str, targets: Mapping[str, str]) -> None:
    """Make ids and names different in each column, and lead links from the page to where they led."""
    for node in element.css("[id]"):
        node.attrs["id"] = targets[node.attributes["id"] or ""]
    for node in element.css("[aria-label]"):
        node.attrs["aria-label"] = f"{node.attributes['aria-label']}, {NAMES[language]}"
    for attribute in ("href", "src"):
        for node in element.css(f"[{attribute}]"):
            node.attrs[attribute] = _rebased(node.attributes[attribute] or "", url, targets)
    for node in element.css("[srcset]"):
        srcset = node.attributes["srcset"] or ""
        node.attrs["srcset"] = with_addresses(srcset, lambda address: _rebased(address, url, targets))


def _rebased(address: str, url: str, targets: Mapping[str, str]) -> str:
    """An address on the page at `url` as it has to be written beside it."""
    if address.startswith("#") and address[1:] in targets:
        return f"#{targets[address[1:]]}"
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    return ROOT + urljoin(f"/{url}", address).removeprefix("/")
