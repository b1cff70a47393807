"""Feeds as XML of Atom 1.0 (RFC 4287).

ElementTree writes them, as it writes the sitemap: for these few elements feedgen would bring lxml to every build.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from portal.clock import BISHKEK

ATOM = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
MEDIA_TYPE = "application/atom+xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Link:
    """A link; `length` is in bytes, of a file that comes with an entry."""

    href: str
    rel: str = "alternate"
    type: str = "text/html"
    hreflang: str = ""
    length: str = ""


@dataclass(frozen=True)
class Entry:
    """An entry; its content is HTML. Of its days no more is known than the day."""

    id: str
    title: str
    published: date
    updated: date
    content: str
    links: tuple[Link, ...]
    summary: str = ""
    subjects: tuple[tuple[str, str], ...] = ()
    """The name and the words of each subject."""
    summary_language: str = ""
    """Where it is not the language of the feed."""


@dataclass(frozen=True)
class Feed:
    id: str
    language: str
    title: str
    author: str
    updated: date
    links: tuple[Link, ...]
    entries: tuple[Entry, ...] = field(default=())


def feed_xml(feed: Feed) -> bytes:
    ElementTree.register_namespace("", ATOM)
    root = Element(f"{{{ATOM}}}feed", {LANG: feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", moment(feed.updated))
    _add(SubElement(root, f"{{{ATOM}}}author"), "name", feed.author)
    _add_links(root, feed.links)
    for entry in feed.entries:
        _add_entry(root, entry)
    ElementTree.indent(root)
    return f"{DECLARATION}\n{ElementTree.tostring(root, encoding='unicode')}\n".encode()


def moment(day: date) -> str:
    """The beginning of a day in Bishkek."""
    return datetime.combine(day, time(), BISHKEK).isoformat()


def _add_entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, f"{{{ATOM}}}entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", moment(entry.published))
    _add(element, "updated", moment(entry.updated))
    for term, label in entry.subjects:
        _add(element, "category", term=term, label=label)
    _add_links(element, entry.links)
    if entry.summary:
        _add(element, "summary", entry.summary, **({LANG: entry.summary_language} if entry.summary_language else {}))
    _add(element, "content", entry.content, type="html")


def _add_links(parent: Element, links: Iterable[Link]) -> None:
    for link in links:
        _add(parent, "link", **{name: value for name, value in vars(link).items() if value})


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}", attributes).text = NOT_IN_XML.sub("", text) or None
