"""Titles that changed beyond recognition under their address, or changed places, unless a line "same: …" settles it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from portal.addresses import Address
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES, ORIGINAL

Titles = Mapping[str, Mapping[str, str]]
"""By path, then by id; the page's own under ""."""


def current_titles(permalinks: Permalinks, language: str) -> Titles:
    """The titles of the texts of a language, as they are written."""
    return {path: titles_of(page) for (code, path), page in permalinks.pages.items() if code == language}


def titles_of(page: Page) -> dict[str, str]:
    """The titles of a page by id, its own under ""; paragraphs have none."""
    return {"": str(page.meta.get("title", ""))} | {anchor.id: anchor.title for anchor in page.anchors if anchor.level}


def check_retitled(permalinks: Permalinks, now: Mapping[str, Titles]) -> list[Problem]:
    """Every title, by language, that readers of an address would not know again.

    It is held against the base's texts in each language, and in Kyrgyz against the lock too, which knows of changes
    that came by another way than a proposal.
    """
    problems: dict[Address, Problem] = {}
    for language in LANGUAGES:
        old = {path: titles_of(page) for (code, path), page in permalinks.baseline.pages.items() if code == language}
        for address, change in _changed(permalinks, old, now[language]):
            if not _settled(permalinks, address):
                problems.setdefault(address, _problem(permalinks, address, change, language))
    for address, change in _changed(permalinks, _locked(permalinks), now[ORIGINAL]):
        if not any(permalinks.redirects.same.get(each) for each in (address, _here(permalinks, address))):
            problems.setdefault(address, _problem(permalinks, address, change, ORIGINAL))
    return list(problems.values())


def _changed(permalinks: Permalinks, old: Titles, new: Titles) -> Iterator[tuple[Address, TitleChange]]:
    """The sections, by the address they had, and then the pages; a page that moved was given its new title knowingly."""
    for path, former in old.items():
        place = _place(permalinks, path)
        if place is not None and place in new and new[place] != former:
            sections = {
                name: title
                for name, title in former.items()
                if name and (place == path or Address(path, name) not in permalinks.redirects.keys)
            }
            now = {name: title for name, title in new[place].items() if name}
            yield from ((Address(path, change.id), change) for change in title_changes(sections, now))
    pages = {path: titles.get("", "") for path, titles in new.items() if path in old}
    yield from (
        (Address(change.id), change)
        for change in title_changes({path: names.get("", "") for path, names in old.items()}, pages)
    )


def _place(permalinks: Permalinks, path: str) -> str | None:
    """The page that shows the sections of a page under their ids: itself, or the one that it became."""
    if Address(path) in permalinks.live:
        return path
    move = permalinks.redirects.moved.get(Address(path))
    return move.target.path if move else None


def _locked(permalinks: Permalinks) -> Titles:
    by_path: dict[str, dict[str, str]] = {}
    for address, entry in permalinks.locked.items():
        if entry:
            by_path.setdefault(address.path, {})[address.id] = entry.title
    return by_path


def _settled(permalinks: Permalinks, address: Address) -> bool:
    """A line settles the change that adds it, not those that come later."""
    names = (address, _here(permalinks, address))
    return any(
        len(permalinks.redirects.same.get(each, ())) > len(permalinks.baseline.redirects.same.get(each, ()))
        for each in names
    )


def _here(permalinks: Permalinks, address: Address) -> Address:
    """The same id on the page that shows it now."""
    return Address(_place(permalinks, address.path) or "", address.id)


def _problem(permalinks: Permalinks, address: Address, change: TitleChange, language: str) -> Problem:
    here = _here(permalinks, address)
    page = permalinks.pages.get((language, here.path)) or permalinks.pages[ORIGINAL, here.path]
    line = next((anchor.line for anchor in page.anchors if anchor.id == address.id), 0)
    # What went with its page is settled by a line of its own, for the page's line carries it to the same id without asking.
    settling = f"same: {address}" if here == address else f"{address}: {here}"
    values = {"address": address, "old": change.old, "new": change.new, "line": settling}
    if change.other is None:
        return Problem(page.file, line, "title-changed", values)
    other = Address(address.path, change.other) if address.id else Address(change.other)
    return Problem(page.file, line, "title-swapped", values | {"other": other})


RECOGNISABLE = 0.4
TAKEN = 0.9
"""From this likeness on, a title is taken for that of another section."""


@dataclass(frozen=True)
class TitleChange:
    """A title that is no longer that of its id; `other` is the id that it was the title of, if any."""

    id: str
    old: str
    new: str
    other: str | None


def similarity(first: str, second: str) -> float:
    """How much two titles are alike, from 0 to 1, capitals and signs left aside."""
    first, second = _letters(first), _letters(second)
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def title_changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[TitleChange]:
    """Ids under which a title stands that was another id's, or that has nothing in common with the old one."""
    for name, title in new.items():
        before = old.get(name)
        if not before or not title or _letters(before) == _letters(title):
            continue
        likeness = similarity(before, title)
        others = [(similarity(words, title), other) for other, words in old.items() if other != name and words]
        best, other = max(others, default=(0.0, ""))
        if best >= TAKEN and best > likeness:
            yield TitleChange(name, before, title, other)
        elif likeness < RECOGNISABLE:
            yield TitleChange(name, before, title, None)


def _letters(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
