"""The page that lists all permalinks, for readers of one language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.addresses import Address, neutral_url
from portal.content.edition import Edition
from portal.content.permalinks.redirects_file import Gone


@dataclass(frozen=True)
class Line:
    """A page or a section; `neutral` is its address that names no language, both below the root."""

    title: str
    title_language: str
    url: str
    neutral: str
    since: datetime.date | None
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
        return self._lines(self.edition.contents)

    def archive(self) -> Iterator[Line]:
        return self._lines(self.edition.archive)

    def _lines(self, paths: Iterable[str]) -> Iterator[Line]:
        permalinks = self.edition.permalinks
        for path in paths:
            addresses = (Address(path, name) for name in permalinks.by_page[path])
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
        return Line(title, title_language, url, neutral_url(address.path, address.id), since, sections)
