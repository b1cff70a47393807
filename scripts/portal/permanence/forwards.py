"""Pages for addresses that lead elsewhere: moved, ended, of no language (/go/…), Kyrgyz as people type it (/ky/…)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from portal.addresses import LANGUAGES, ORIGINAL, page_url, relative_url
from portal.dates import in_words
from portal.permanence.address import Address
from portal.permanence.frames import Frame
from portal.permanence.moves import End
from portal.permanence.record import Record
from portal.views import NAMES
from portal.words import word

NEUTRAL = "go"
KINDS = {"moved": ("moved_title", "moved_text", "moved_sections"), "kyrgyz": ("kyrgyz_title", "kyrgyz_text", "kyrgyz_sections")}
"""What a page that leads to another says: its title, the words before the link, those before the sections."""


@dataclass(frozen=True)
class Link:
    """A link on one of these pages: its relative address ("" for none), its title, and the attribute that tells a foreign one."""

    url: str
    title: str
    lang: Markup = Markup("")
    id: str = ""
    language: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The language that it leads to, in that language."""
        return NAMES[self.language]


@dataclass(frozen=True)
class Place:
    """A page being made: its address below the root and the language of its frame."""

    record: Record
    url: str
    language: str

    def link(self, target: Address, language: str, id_: str = "", note: str = "") -> Link:
        """A link to a living address in a language."""
        title, spoken = self.record.title(target, language)
        lang = Markup(f' lang="{spoken}"') if spoken != self.language else Markup("")
        url = relative_url(page_url(target.path, language), self.url) + target.fragment
        return Link(url, title, lang, id_, language, note)


def write(folder: Path, record: Record, frames: Mapping[str, Frame]) -> None:
    """Write all of them into the built site."""
    for url, html in made(record, frames):
        file = folder / url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")


def made(record: Record, frames: Mapping[str, Frame]) -> Iterator[tuple[str, str]]:
    """The address below the root and the HTML of each."""
    for path in sorted(record.by_page):
        page = Address(path)
        found = record.destination(page)
        if isinstance(found, End) or (found and found != page):
            for language in LANGUAGES:
                yield page_url(path, language), _notice(record, page, found, language, frames[language])
        if found:
            yield f"{ORIGINAL}/{page_url(path, ORIGINAL)}", _kyrgyz(record, page, found, frames[ORIGINAL])
            yield f"{NEUTRAL}/{page_url(path, ORIGINAL)}", _neutral(record, page, found, frames[ORIGINAL])


def _notice(record: Record, page: Address, found: Address | End, language: str, frame: Frame) -> str:
    """What stands at an address that moved or ended."""
    place = Place(record, page_url(page.path, language), language)
    if isinstance(found, Address):
        return _forward(place, page, found, "moved", frame)
    rows = list(_rows(place, page, language))
    facts = {"since": found.since, "why": found.why[language], "page": place.link(found.see, language), "rows": rows}
    return _page(place, frame, "gone", word("gone_title", language), facts, {code: page_url(page.path, code) for code in LANGUAGES})


def _kyrgyz(record: Record, page: Address, found: Address | End, frame: Frame) -> str:
    place = Place(record, f"{ORIGINAL}/{page_url(page.path, ORIGINAL)}", ORIGINAL)
    return _forward(place, page, found if isinstance(found, Address) else page, "kyrgyz", frame)


def _forward(place: Place, page: Address, target: Address, kind: str, frame: Frame) -> str:
    link = place.link(target, place.language) if target in place.record.live else _to_notice(place, target, place.language)
    title, text, sections_title = (word(key, place.language) for key in KINDS[kind])
    facts = {"title": title, "text": text, "sections_title": sections_title, "page": link, "rows": list(_rows(place, page, place.language))}
    choices = {code: page_url(page.path if kind == "moved" else target.path, code) for code in LANGUAGES}
    return _page(place, frame, "redirect", title, facts, choices)


def _rows(place: Place, page: Address, language: str) -> Iterator[Link]:
    """A line for each section of a page, leading to where it is now; one that ended says so."""
    for name in place.record.by_page[page.path]:
        found = place.record.destination(Address(page.path, name))
        if isinstance(found, Address):
            yield place.link(found, language, name)
        elif isinstance(found, End) and page in place.record.moves.gone:
            yield _to_notice(place, Address(page.path, name), language)
        elif isinstance(found, End):
            note = word("section_gone", language, date=in_words(found.since, language), why=found.why[language])
            yield place.link(found.see, language, name, f"{note} ")


def _neutral(record: Record, page: Address, found: Address | End, frame: Frame) -> str:
    """A page and its sections in every language that has them; the whole page in all three, for each resolves."""
    place = Place(record, f"{NEUTRAL}/{page_url(page.path, ORIGINAL)}", ORIGINAL)
    target = found if isinstance(found, Address) else page
    pages = [place.link(target, code) if target in record.live else _to_notice(place, target, code) for code in LANGUAGES]
    rows = [{"id": name, "links": links} for name in record.by_page[page.path] if (links := _links(place, Address(page.path, name)))]
    return _page(place, frame, "neutral", pages[0].title, {"pages": pages, "rows": rows}, {code: page_url(target.path, code) for code in LANGUAGES})


def _links(place: Place, address: Address) -> list[Link]:
    found = place.record.destination(address)
    if isinstance(found, End):
        return [_to_notice(place, address, code) for code in LANGUAGES]
    return [place.link(found, code) for code in LANGUAGES if place.record.translated(found, code)] if found else []


def _to_notice(place: Place, address: Address, language: str) -> Link:
    """A link to the page that says that an address ended, by the title that it had, if that is known."""
    entry = place.record.locked.get(address)
    title, spoken = (entry.title, ORIGINAL) if entry and entry.title else (word("gone_title", language), language)
    lang = Markup(f' lang="{spoken}"') if spoken != place.language else Markup("")
    url = relative_url(page_url(address.path, language), place.url) + address.fragment
    return Link(url, title, lang, address.id, language)


def _page(place: Place, frame: Frame, template: str, title: str, facts: Mapping[str, Any], choices: Mapping[str, str]) -> str:
    text = frame.templates.get_template(f"redirects/{template}.html").render(facts)
    return frame.fill(place.url, title, text, choices)
