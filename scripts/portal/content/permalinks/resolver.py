"""Every address, live or locked, and where it leads now."""

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
    """The pages by language and path, the lock, the redirects, and the baseline to compare with."""

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
        """Every address that must resolve, of the lock or of the baseline; None where no lock has it yet."""
        unlocked = dict.fromkeys((*addresses_of(self.baseline.pages.values()), *self.baseline.redirects.addresses))
        return unlocked | dict(self.baseline.lock) | dict(self.lock)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[str, ...]]:
        """The ids, locked or live, of each page by its path, in the order of the text where that is known."""
        in_texts = (*self.live, *addresses_of(self.baseline.pages.values()))
        order = {address: number for number, address in enumerate(in_texts)}
        ids: dict[str, list[str]] = {}
        for address in sorted({*self.locked, *self.live}, key=lambda each: (order.get(each, len(order)), each.id)):
            ids.setdefault(address.path, []).extend([address.id] if address.id else [])
        return {path: tuple(ids[path]) for path in sorted(ids)}

    def resolve(self, address: Address) -> Address | Gone | None:
        """Where an address leads now: to itself, to its new address, or to a notice that it is gone; None if lost."""
        if address in self.live:
            return address
        for key in (address, address.page):
            if gone := self.redirects.gone.get(key):
                return gone
            if redirect := self.redirects.moved.get(key):
                target = redirect.target if key == address else Address(redirect.target.path, address.id)
                return target if target in self.live else None
        return None

    def title(self, address: Address, language: str) -> tuple[str, str]:
        """The title of a live address for readers of a language, and the title's language; a paragraph is numbered."""
        for code in (language, ORIGINAL):
            page = self.pages.get((code, address.path))
            if page and not address.id:
                return page.title, code
            for number, anchor in enumerate(page.anchors if page else (), 1):
                if anchor.id == address.id and anchor.title:
                    return anchor.title, code
                if anchor.id == address.id:
                    return phrase("paragraph", language, number=number), language
        raise KeyError(address)

    def is_translated(self, address: Address, language: str) -> bool:
        page = self.pages.get((language, address.path))
        return page is not None and (not address.id or address.id in {anchor.id for anchor in page.anchors})

    def locked_since(self, address: Address) -> datetime.date | None:
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
    lock, in_lock = read_record(root, lock_file.FILE, lock_file.read_lock)
    redirects, in_redirects = read_record(root, redirects_file.FILE, redirects_file.read_redirects)
    baseline, in_baseline = read_baseline(root, pages.values())
    problems = [*in_lock, *in_redirects, *in_baseline, *lock_file.compare_locks(lock, baseline.lock)]
    return Permalinks(pages, lock, redirects, baseline), problems
