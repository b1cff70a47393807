"""The list of all permanent links, as the page of that name shows it to readers of a language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from portal.addresses import Address, page_url
from portal.content.edition import Edition
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks
from portal.publication.redirects import NEUTRAL


@dataclass(frozen=True)
class Line:
    """A page or a section: its title and the language of that, its address below the root, and the one of no language."""

    title: str
    spoken: str
    url: str
    neutral: str
    since: datetime.date | None
    sections: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Former:
    """An address that moved or ended, as written, its place below the root, and its new place and title, if there is one."""

    written: str
    url: str
    target: Line | None
    since: datetime.date | None


@dataclass(frozen=True)
class PermalinkList:
    """What the template is given."""

    edition: Edition
    record: Permalinks
    language: str

    def lines(self) -> Iterator[Line]:
        """The pages in the order of reading, each with its sections."""
        for entry in self.edition.contents(self.language):
            ids = self.record.by_page[entry.path]
            living = [address for name in ids if (address := Address(entry.path, name)) in self.record.live]
            yield self._line(Address(entry.path), tuple(map(self._line, living)))

    def former(self) -> Iterator[Former]:
        """The addresses that moved or ended, pages and sections apart from those that went with their page."""
        for address in sorted(self.record.moves.keys):
            found = self.record.destination(address)
            target = self._line(found) if isinstance(found, Address) else None
            since = found.since if isinstance(found, Gone) else None
            yield Former(str(address), address.url(self.language), target, since)

    def _line(self, address: Address, sections: tuple[Line, ...] = ()) -> Line:
        title, spoken = self.record.title(address, self.language)
        neutral = f"{NEUTRAL}/{page_url(address.path, 'ky')}{address.fragment}"
        return Line(title, spoken, address.url(self.language), neutral, self.record.since(address), sections)


def permalink_list(edition: Edition, record: Permalinks, language: str) -> PermalinkList:
    """The catalogue for the templates of a language."""
    return PermalinkList(edition, record, language)
