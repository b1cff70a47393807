"""Every address, live or locked, and where it leads now."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.addresses import Address
from portal.content import news
from portal.content.permalinks import lock as lock_file
from portal.content.permalinks import redirects_file
from portal.content.permalinks.baseline import Baseline, read_baseline
from portal.content.permalinks.lock import Lock, LockEntry
from portal.content.permalinks.redirects_file import Gone, Redirects
from portal.content.problems import Problem
from portal.content.reading.files import read_record
from portal.content.reading.pages import Page
from portal.languages import ORIGINAL
from portal.store import Results
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class Permalinks:
    """The published pages by language and path, the lock, the redirects, and the baseline to compare with."""

    pages: Mapping[tuple[str, str], Page]
    lock: Lock
    redirects: Redirects
    baseline: Baseline
    withdrawn: Mapping[str, Page] = field(default_factory=dict)
    """The Kyrgyz pages of withdrawn news items, by path."""
    scheduled: frozenset[str] = frozenset()
    """The paths of news items whose day has not come, here or on the baseline."""

    @cached_property
    def live(self) -> Mapping[Address, str]:
        """Every address of the Kyrgyz texts with its title; a paragraph has none."""
        return addresses_of(self.pages.values())

    @cached_property
    def locked(self) -> Mapping[Address, LockEntry | None]:
        """Every address that must resolve, of the lock or of the baseline; None where no lock has it yet."""
        unlocked = dict.fromkeys((*self._in_texts, *self.baseline.redirects.addresses))
        return unlocked | dict(self.baseline.lock) | dict(self.lock)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[str, ...]]:
        """The ids, locked or live, of each page by its path, in the order of the text where that is known."""
        order = {address: number for number, address in enumerate((*self.live, *self._in_texts))}
        ids: dict[str, list[str]] = {}
        for address in sorted({*self.locked, *self.live}, key=lambda each: (order.get(each, len(order)), each.id)):
            ids.setdefault(address.path, []).extend([address.id] if address.id else [])
        return {path: tuple(ids[path]) for path in sorted(ids)}

    @cached_property
    def _in_texts(self) -> Mapping[Address, str]:
        """The addresses of texts that were published, on the baseline or before they were withdrawn."""
        found = addresses_of((*self.baseline.pages.values(), *self.withdrawn.values()))
        return {address: title for address, title in found.items() if address.path not in self.scheduled}

    @cached_property
    def gone(self) -> Mapping[Address, Gone]:
        """The addresses at which there is only a notice: those in moved.yml, and withdrawn news items."""
        withdrawn = {Address(path): news.withdrawal(page) for path, page in self.withdrawn.items()}
        return {**self.redirects.gone, **withdrawn}

    def resolve(self, address: Address) -> Address | Gone | None:
        """Where an address leads now: to itself, to its new address, or to a notice that it is gone; None if lost."""
        if address in self.live:
            return address
        for key in (address, address.page):
            if gone := self.gone.get(key):
                return gone
            if redirect := self.redirects.moved.get(key):
                target = redirect.target if key == address else Address(redirect.target.path, address.id)
                return target if target in self.live else self._notice(target)
        return None

    def _notice(self, address: Address) -> Gone | None:
        """The notice on the page of an address, if that is a withdrawn news item."""
        return self.gone[address.page] if address.path in self.withdrawn else None

    def title(self, address: Address, language: str) -> tuple[str, str]:
        """The title of a live address for readers of a language, and the title's language; a paragraph is numbered.

        The title of the home page greets its readers; elsewhere it is called what it is.
        """
        if not address.path and not address.id:
            return phrase("home", language), language
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


def read_permalinks(
    root: Path, pages: Mapping[tuple[str, str], Page], results: Results
) -> tuple[Permalinks, list[Problem]]:
    lock, in_lock = read_record(root, lock_file.FILE, lock_file.read_lock)
    redirects, in_redirects = read_record(root, redirects_file.FILE, redirects_file.read_redirects)
    baseline, in_baseline = read_baseline(root, pages.values(), results)
    problems = [*in_lock, *in_redirects, *in_baseline, *lock_file.compare_locks(lock, baseline.lock)]
    withdrawn = news.withdrawn_pages(pages)
    scheduled = news.scheduled_paths({path for _, path in (*pages, *baseline.pages)}, lock) - withdrawn.keys()
    unpublished = scheduled | withdrawn.keys()
    published = {key: page for key, page in pages.items() if page.path not in unpublished}
    return Permalinks(published, lock, redirects, baseline, withdrawn, scheduled), problems
