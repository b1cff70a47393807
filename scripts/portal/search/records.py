"""What can be found: one record a page and a section, read from the built HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import LANGUAGES

TEXT = "#_content, article, main"
SKIP = "data-search-skip"
"""The attribute of whatever the search leaves out; on the article it leaves out the whole page."""
APART = f"nav, aside, script, style, template, form, dialog, [{SKIP}]"
BLOCKS = set("p div section header li dt dd td th tr table ul ol dl blockquote pre figure figcaption summary br h1 h2 h3 h4 h5 h6".split())
NEWS_DAY = re.compile(r"(?:^|/)news/(\d{4}-\d{2}-\d{2})-")


@dataclass(frozen=True)
class Record:
    """A page up to its first section, or a section up to the next."""

    language: str
    address: str
    """Below the root of the site: "ru/strategy/role/#union"."""
    page: str
    """The title of the page."""
    title: str
    text: str
    day: str
    """The day of a news item, ISO; empty for other pages."""


def read(folder: Path) -> Iterator[Record]:
    """Every record of the built site in order of address; pages that say so are left out."""
    for file in sorted(folder.rglob("*.html")):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        yield from read_page(file.read_text(encoding="utf-8"), address)


def read_page(html: str, address: str) -> Iterator[Record]:
    """The records of one page; none where it is a fallback, has no text, or says that it is not to be found."""
    tree = LexborHTMLParser(html)
    language = tree.root.attributes.get("lang") or ""
    robots = tree.css_first("meta[name=robots]")
    body = tree.css_first(TEXT)
    if language not in LANGUAGES or body is None or SKIP in body.attributes or (robots and "noindex" in (robots.attributes.get("content") or "")):
        return
    for node in body.css(APART):
        node.decompose()
    sections = list(_sections(body))
    page = next((title for anchor, title, _ in sections if not anchor and title), "")
    day = NEWS_DAY.search("/" + address)
    for anchor, title, text in sections:
        # Sections whose ids begin with "_" are the template's: lists of what stands elsewhere.
        if not anchor.startswith("_") and (title or text):
            yield Record(language, address + (f"#{anchor}" if anchor else ""), page, title or page, text, day[1] if day else "")


def _sections(body: LexborNode) -> Iterator[tuple[str, str, str]]:
    """Id, title and text of what stands between headings with ids; the first is the page itself."""
    anchor, title, texts = "", "", [""]
    for node in body.traverse(include_text=True):
        heading = _heading_of(node)
        if node.is_text_node:
            if heading is None:
                texts.append(node.text_content or "")
        elif heading is not None and heading == node:
            if node.tag == "h1":
                title = _line(node.text())
            elif node.attributes.get("id"):
                yield anchor, title, _line("".join(texts))
                anchor, title, texts = node.attributes["id"] or "", _line(node.text()), []
            else:
                texts.append(f" {node.text()} ")
        elif node.tag in BLOCKS:
            texts.append(" ")
    yield anchor, title, _line("".join(texts))


def _heading_of(node: LexborNode) -> LexborNode | None:
    """The heading that a node is or stands in."""
    while node is not None and node.tag != "body":
        if re.fullmatch("h[1-6]", node.tag or ""):
            return node
        node = node.parent
    return None


def _line(text: str) -> str:
    return " ".join(text.split())
