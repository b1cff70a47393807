"""Everything known of the addresses: those locked, those living, and where each leads now."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from portal.addresses import Address
from portal.content.permalinks import baseline as bases
from portal.content.permalinks import lock as locks
from portal.content.permalinks import redirects_file as endings
from portal.content.permalinks.baseline import Baseline
from portal.content.permalinks.lock import Lock, LockEntry
from portal.content.permalinks.redirects_file import Gone, Redirects
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.languages import ORIGINAL
from portal.wording.catalogue import word


@dataclass(frozen=True)
class Permalinks:
    """The pages by language and path, our two files, and the base."""

    pages: Mapping[tuple[str, str], Page]
    lock: Lock
    moves: Redirects
    base: Baseline

    @cached_property
    def live(self) -> Mapping[Address, str]:
        """Every address of the Kyrgyz texts with its title; a paragraph has none."""
        return addresses_of(self.pages.values())

    @cached_property
    def locked(self) -> Mapping[Address, LockEntry | None]:
        """Every address that must resolve: of the lock here and on the base, of moved.yml there, of the texts there.

        None where the lock does not have it yet.
        """
        unlocked = dict.fromkeys((*addresses_of(self.base.pages.values()), *self.base.moves.keys))
        return unlocked | dict(self.base.lock) | dict(self.lock)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[str, ...]]:
        """The ids locked or living on each page, "" left out, in the order of the text where that is known."""
        order = {address: at for at, address in enumerate((*self.live, *addresses_of(self.base.pages.values())))}
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
            if end := self.moves.gone.get(asked):
                return end
            if move := self.moves.moved.get(asked):
                target = move.target if asked == address else Address(move.target.path, address.id)
                return target if target in self.live else None
        return None

    def title(self, address: Address, language: str) -> tuple[str, str]:
        """The title of a living address as readers of a language see it, and the language it is in; a paragraph has its number."""
        for code in (language, ORIGINAL):
            page = self.pages.get((code, address.path))
            if page and not address.id:
                return str(page.meta.get("title", "")), code
            for number, anchor in enumerate(page.anchors if page else (), 1):
                if anchor.id == address.id:
                    return (
                        (anchor.title, code) if anchor.title else (word("paragraph", language, number=number), language)
                    )
        raise KeyError(address)

    def translated(self, address: Address, language: str) -> bool:
        """Whether a language has a living address in its own words."""
        page = self.pages.get((language, address.path))
        return bool(page) and (not address.id or address.id in {anchor.id for anchor in page.anchors})

    def since(self, address: Address) -> datetime.date | None:
        """The day on which an address was locked; None while it is not."""
        entry = self.locked.get(address)
        return entry.since if entry else None


def addresses_of(pages: Iterable[Page]) -> dict[Address, str]:
    """The addresses of the Kyrgyz pages among these, with their titles."""
    found: dict[Address, str] = {}
    for page in pages:
        if page.language == ORIGINAL:
            found[Address(page.path)] = str(page.meta.get("title", ""))
            found |= {Address(page.path, anchor.id): anchor.title for anchor in page.anchors}
    return found


def read_permalinks(root: Path, pages: Iterable[Page]) -> tuple[Permalinks, list[Problem]]:
    """The record of the project at `root`, and what is wrong with its files."""
    pages = {(page.language, page.path): page for page in pages}
    lock, in_lock = _read(root / locks.FILE, locks.read_lock)
    moves, in_moves = _read(root / endings.FILE, endings.read_redirects)
    base, in_base = bases.read_baseline(root, pages.values())
    return Permalinks(pages, lock, moves, base), in_lock + in_moves + in_base + locks.compare_locks(lock, base.lock)


def _read(file: Path, reader: Callable[[str], tuple[Any, list[Problem]]]) -> tuple[Any, list[Problem]]:
    name = file.relative_to(file.parents[1])
    try:
        return reader(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return reader("")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        return reader("")[0], [Problem(name, line, "encoding", {"byte": f"0x{fault.object[fault.start]:02X}"})]
    except OSError as fault:
        return reader("")[0], [Problem(name, 0, "unreadable", {"reason": fault.strerror or fault})]
