"""Titles that changed beyond recognition under their address, or changed places, unless a line "same: …" settles it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.addresses import LANGUAGES, ORIGINAL
from portal.pages import Page
from portal.permanence.address import Address
from portal.permanence.record import Record
from portal.permanence.titles import Change, changes
from portal.problems import Problem

Titles = Mapping[str, Mapping[str, str]]
"""By path, then by id; the page's own under ""."""


def written(record: Record, language: str) -> Titles:
    """The titles of the texts of a language, as they are written."""
    return {path: titles(page) for (code, path), page in record.pages.items() if code == language}


def titles(page: Page) -> dict[str, str]:
    """The titles of a page by id, its own under ""; paragraphs have none."""
    return {"": str(page.meta.get("title", ""))} | {anchor.id: anchor.title for anchor in page.anchors if anchor.level}


def check(record: Record, now: Mapping[str, Titles]) -> list[Problem]:
    """Every title, by language, that readers of an address would not know again.

    It is held against the base's texts in each language, and in Kyrgyz against the lock too, which knows of changes
    that came by another way than a proposal.
    """
    problems: dict[Address, Problem] = {}
    for language in LANGUAGES:
        old = {path: titles(page) for (code, path), page in record.base.pages.items() if code == language}
        for address, change in _changed(record, old, now[language]):
            if not _settled(record, address):
                problems.setdefault(address, _problem(record, address, change, language))
    for address, change in _changed(record, _locked(record), now[ORIGINAL]):
        if not any(record.moves.same.get(each) for each in (address, _here(record, address))):
            problems.setdefault(address, _problem(record, address, change, ORIGINAL))
    return list(problems.values())


def _changed(record: Record, old: Titles, new: Titles) -> Iterator[tuple[Address, Change]]:
    """The sections, by the address they had, and then the pages; a page that moved was given its new title knowingly."""
    for path, former in old.items():
        place = _place(record, path)
        if place is not None and place in new and new[place] != former:
            sections = {name: title for name, title in former.items() if name and (place == path or Address(path, name) not in record.moves.keys)}
            now = {name: title for name, title in new[place].items() if name}
            yield from ((Address(path, change.id), change) for change in changes(sections, now))
    pages = {path: titles.get("", "") for path, titles in new.items() if path in old}
    yield from ((Address(change.id), change) for change in changes({path: names.get("", "") for path, names in old.items()}, pages))


def _place(record: Record, path: str) -> str | None:
    """The page that shows the sections of a page under their ids: itself, or the one that it became."""
    if Address(path) in record.live:
        return path
    move = record.moves.moved.get(Address(path))
    return move.target.path if move else None


def _locked(record: Record) -> Titles:
    by_path: dict[str, dict[str, str]] = {}
    for address, entry in record.locked.items():
        if entry:
            by_path.setdefault(address.path, {})[address.id] = entry.title
    return by_path


def _settled(record: Record, address: Address) -> bool:
    """A line settles the change that adds it, not those that come later."""
    names = (address, _here(record, address))
    return any(len(record.moves.same.get(each, ())) > len(record.base.moves.same.get(each, ())) for each in names)


def _here(record: Record, address: Address) -> Address:
    """The same id on the page that shows it now."""
    return Address(_place(record, address.path) or "", address.id)


def _problem(record: Record, address: Address, change: Change, language: str) -> Problem:
    here = _here(record, address)
    page = record.pages.get((language, here.path)) or record.pages[ORIGINAL, here.path]
    line = next((anchor.line for anchor in page.anchors if anchor.id == address.id), 0)
    # What went with its page is settled by a line of its own, for the page's line carries it to the same id without asking.
    settling = f"same: {address}" if here == address else f"{address}: {here}"
    values = {"address": address, "old": change.old, "new": change.new, "line": settling}
    if change.other is None:
        return Problem(page.file, line, "title-changed", values)
    other = Address(address.path, change.other) if address.id else Address(change.other)
    return Problem(page.file, line, "title-swapped", values | {"other": other})
