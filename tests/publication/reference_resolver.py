"""A second resolver, which shares nothing with the first: it opens HTML as a reader without scripts does and follows what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

HEADINGS = ("h1", "h2", "h3", "h4")
VOID = ("meta", "link", "br", "img", "input", "hr")


@dataclass
class Element:
    """A tag with its words, its first link, and the headings that begin after it."""

    tag: str
    id: str
    classes: str
    words: str = ""
    link: str = ""
    label: str = ""


@dataclass
class Reader(HTMLParser):
    """All elements of a page in order."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        element = Element(tag, facts.get("id") or "", facts.get("class") or "")
        if tag == "a":
            for outer in self.open:
                outer.link = outer.link or facts.get("href") or ""
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].classes == "section-number":
            return
        for element in self.open:
            element.words += data


@dataclass(frozen=True)
class Landing:
    """Where a reader ends: the address, and the words of the heading there (of the notice, where a page ended)."""

    url: str
    words: str
    notice: bool = False


def resolve(site: Mapping[str, str], url: str) -> Landing | None:
    """Where the address below the root leads; None where it leads nowhere."""
    for _ in range(3):
        page, _, name = url.partition("#")
        if page not in site:
            return None
        reader = Reader()
        reader.feed(site[page])
        here = _at(reader, name)
        if isinstance(here, Landing) or here is None:
            return here and Landing(url, here.words, here.notice)
        way = urlsplit(urljoin(f"http://site/{page}", here))
        url = way.path.removeprefix("/") + (f"#{way.fragment}" if way.fragment else "")
    return None


def _at(reader: Reader, name: str) -> Landing | str | None:
    """The end of the way, a link to follow, or nothing."""
    elements = reader.elements
    withdrawn = any(element.id == "" and element.tag == "time" for element in elements)
    if withdrawn:
        found = not name or any(element.id == name for element in elements)
        return (
            Landing("", next(element.words for element in elements if element.classes == "lead"), notice=True)
            if found
            else None
        )
    if not name:
        forward = next((element for element in elements if element.id == "_target"), None)
        return (
            forward.link
            if forward
            else Landing("", next(element.words for element in elements if element.tag == "h1").strip())
        )
    for at, element in enumerate(elements):
        if element.id == name:
            if element.tag in HEADINGS:
                return Landing("", element.words.strip())
            beside = next(
                later for later in elements[at + 1 :] if later.tag != "span" and later.classes != "section-heading"
            )
            # An empty anchor stands right before the section (or its frame) that it is a former name of, or at the top for the whole page.
            return element.link or (None if element.tag != "span" else f"#{beside.id}" if beside.id else "./")
    return None
