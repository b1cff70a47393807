"""The page that lists all permalinks, for readers of one language."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from portal.addresses import Address, neutral_url
from portal.content.edition import Edition
from portal.content.permalinks.redirects_file import Gone
from portal.languages import ORIGINAL

MOST_SECTIONS = 600


@dataclass(frozen=True)
class Line:
    """A page or a section; `neutral` is its address that names no language, both below the root.

    `opening` are the first words of a paragraph, in the language of the text.
    """

    title: str
    title_language: str
    url: str
    neutral: str
    since: datetime.date | None
    opening: str
    opening_language: str
    sections: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Former:
    """An address that moved or was withdrawn; `target` is its new place if there is one."""

    written: str
    url: str
    target: Line | None
    since: datetime.date | None


@dataclass(frozen=True)
class PermalinkList:
    """The permalinks in reading order."""

    edition: Edition
    language: str

    def lines(self) -> Iterator[Line]:
        """The pages, and of the news the newest year with the lists of all: the files of links have every item."""
        return self._lines(self.edition.overview)

    def archive(self) -> Iterator[Line]:
        return self._lines(self.edition.archive)

    def usual_day(self) -> datetime.date | None:
        """The day on which most addresses were recorded, told once; the first of several."""
        permalinks = self.edition.permalinks
        days = Counter(sorted(day for address in permalinks.live if (day := permalinks.locked_since(address))))
        return days.most_common(1)[0][0] if days else None

    @cached_property
    def has_sections(self) -> bool:
        """Whether the sections are listed below their pages: a reader's computer shows so many rows."""
        return sum(len(self.edition.permalinks.by_page[path]) for path in self.edition.overview) <= MOST_SECTIONS

    def _lines(self, paths: Iterable[str]) -> Iterator[Line]:
        permalinks = self.edition.permalinks
        for path in paths:
            addresses = (Address(path, name) for name in permalinks.by_page[path] if self.has_sections)
            yield self._line(Address(path), tuple(self._line(each) for each in addresses if each in permalinks.live))

    def former(self) -> Iterator[Former]:
        """The addresses that moved or were withdrawn; not the sections that went with their page."""
        permalinks = self.edition.permalinks
        for address in sorted({*permalinks.redirects.moved, *permalinks.gone}):
            found = permalinks.resolve(address)
            target = self._line(found) if isinstance(found, Address) else None
            since = found.since if isinstance(found, Gone) else None
            yield Former(str(address), address.url(self.language), target, since)

    def _line(self, address: Address, sections: tuple[Line, ...] = ()) -> Line:
        permalinks = self.edition.permalinks
        title, title_language = permalinks.title(address, self.language)
        url, since = address.url(self.language), permalinks.locked_since(address)
        opening, shown = self._opening(address)
        return Line(title, title_language, url, neutral_url(address.path, address.id), since, opening, shown, sections)

    def _opening(self, address: Address) -> tuple[str, str]:
        """The first words of a paragraph, as readers of the language see it, and their language; else empty."""
        is_paragraph = address.id and not self.edition.permalinks.live[address]
        for code in (self.language, ORIGINAL) if is_paragraph else ():
            if section := self.edition.translations.sections(code, address.path).get(address.id):
                return section.opening, code
        return "", self.language
