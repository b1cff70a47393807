"""Everything known of the addresses: those locked, those living, and where each leads now."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from portal.addresses import Address
from portal.content.permalinks import lock as lock_file
from portal.content.permalinks import redirects_file
from portal.content.permalinks.baseline import Baseline, read_baseline
from portal.content.permalinks.lock import Lock, LockEntry
from portal.content.permalinks.redirects_file import Gone, Redirects
from portal.content.problems import Problem
from portal.content.reading.files import read_record
from portal.content.reading.pages import Page
from portal.languages import ORIGINAL
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class Permalinks:
    """The pages by language and path, what was published, where it went, and the state to compare with."""

    pages: Mapping[tuple[str, str], Page]
    lock: Lock
    redirects: Redirects
    baseline: Baseline

    @cached_property
    def live(self) -> Mapping[Address, str]:
        """Every address of the Kyrgyz texts with its title; a paragraph has none."""
        return addresses_of(self.pages.values())

    @cached_property
    def locked(self) -> Mapping[Address, LockEntry | None]:
        """Every address that must resolve: of the lock here and on the base, of moved.yml there, of the texts there.

        None where the lock does not have it yet.
        """
        unlocked = dict.fromkeys((*addresses_of(self.baseline.pages.values()), *self.baseline.redirects.keys))
        return unlocked | dict(self.baseline.lock) | dict(self.lock)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[str, ...]]:
        """The ids locked or living on each page, "" left out, in the order of the text where that is known."""
        order = {address: at for at, address in enumerate((*self.live, *addresses_of(self.baseline.pages.values())))}
        ids: dict[str, list[str]] = {}
        for address in sorted(
            {*self.locked, *self.live}, key=lambda each: (each.path, order.get(each, len(order)), each.id)
        ):
            ids.setdefault(address.path, []).extend([address.id] if address.id else [])
        return {path: tuple(names) for path, names in ids.items()}

    def destination(self, address: Address) -> Address | Gone | None:
        """Where an address leads now: to itself, to its new place, to the word that it ended; None when it is lost."""
        if address in self.live:
            return address
        for asked in (address, address.page):
            if end := self.redirects.gone.get(asked):
                return end
            if move := self.redirects.moved.get(asked):
                target = move.target if asked == address else Address(move.target.path, address.id)
                return target if target in self.live else None
        return None

    def title(self, address: Address, language: str) -> tuple[str, str]:
        """The title of a living address as readers of a language see it, and the language it is in; a paragraph has its number."""
        for code in (language, ORIGINAL):
            page = self.pages.get((code, address.path))
            if page and not address.id:
                return page.title, code
            for number, anchor in enumerate(page.anchors if page else (), 1):
                if anchor.id == address.id:
                    return (
                        (anchor.title, code)
                        if anchor.title
                        else (phrase("paragraph", language, number=number), language)
                    )
        raise KeyError(address)

    def translated(self, address: Address, language: str) -> bool:
        """Whether a language has a living address in its own words."""
        page = self.pages.get((language, address.path))
        return page is not None and (not address.id or address.id in {anchor.id for anchor in page.anchors})

    def since(self, address: Address) -> datetime.date | None:
        """The day on which an address was locked; None while it is not."""
        entry = self.locked.get(address)
        return entry.since if entry else None


def addresses_of(pages: Iterable[Page]) -> dict[Address, str]:
    """The addresses of the Kyrgyz pages among these, with their titles."""
    found: dict[Address, str] = {}
    for page in pages:
        if page.language == ORIGINAL:
            found[Address(page.path)] = page.title
            found |= {Address(page.path, anchor.id): anchor.title for anchor in page.anchors}
    return found


def read_permalinks(root: Path, pages: Mapping[tuple[str, str], Page]) -> tuple[Permalinks, list[Problem]]:
    """The addresses of the project at `root`, and what is wrong with its files."""
    lock, in_lock = read_record(root, lock_file.FILE, lock_file.read_lock)
    redirects, in_redirects = read_record(root, redirects_file.FILE, redirects_file.read_redirects)
    baseline, in_baseline = read_baseline(root, pages.values())
    problems = [*in_lock, *in_redirects, *in_baseline, *lock_file.compare_locks(lock, baseline.lock)]
    return Permalinks(pages, lock, redirects, baseline), problems
