"""Titles that changed beyond recognition under their address, or were swapped."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from portal.addresses import Address
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES, ORIGINAL

RECOGNISABLE = 0.4
SAME = 0.9
"""From this similarity on, a title is taken for that of another section."""

Titles = Mapping[str, Mapping[str, str]]
"""By path, then by id; the page's own under ""."""


@dataclass(frozen=True)
class TitleChange:
    """A new title of an id; `other` is the id that had this title before, if any."""

    id: str
    old: str
    new: str
    other: str | None


def titles_in(pages: Mapping[tuple[str, str], Page], language: str) -> Titles:
    return {path: titles_of(page) for (code, path), page in pages.items() if code == language}


def titles_of(page: Page) -> dict[str, str]:
    """The titles of a page by id, its own under ""; paragraphs have none."""
    return {"": page.title} | {anchor.id: anchor.title for anchor in page.anchors if anchor.level}


def check_retitled(permalinks: Permalinks, titles: Mapping[str, Titles]) -> list[Problem]:
    """Every title, given by language, that readers of an address would not recognise, compared with the baseline.

    A new title is a warning; the title of another section is an error, unless moved.yml accepts it under `same`.
    """
    found = [
        _problem(permalinks, address, change, language)
        for language in LANGUAGES
        for address, change in _changes(permalinks, titles_in(permalinks.baseline.pages, language), titles[language])
        if not {address, _current_address(permalinks, address)} & permalinks.redirects.retitled.keys()
    ]
    # One problem per address; an error in any language comes before a warning.
    problems: dict[object, Problem] = {}
    for problem in sorted(found, key=lambda each: each.warning):
        problems.setdefault(problem.values["address"], problem)
    return list(problems.values())


def similarity(first: str, second: str) -> float:
    """How similar two titles are, from 0 to 1, ignoring case and punctuation."""
    first, second = _plain(first), _plain(second)
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def _changes(permalinks: Permalinks, old: Titles, new: Titles) -> Iterator[tuple[Address, TitleChange]]:
    """Changes of sections, by the address they had, then of pages; a page that moved may have a new title."""
    redirected = permalinks.redirects.addresses
    for path, former in old.items():
        current = _current_path(permalinks, path)
        if current is not None and current in new and new[current] != former:
            kept = [id_ for id_ in former if id_ and (current == path or Address(path, id_) not in redirected)]
            sections = {id_: title for id_, title in new[current].items() if id_}
            for change in _title_changes({id_: former[id_] for id_ in kept}, sections):
                yield Address(path, change.id), change
    old_pages = {path: titles.get("", "") for path, titles in old.items()}
    new_pages = {path: titles.get("", "") for path, titles in new.items() if path in old}
    for change in _title_changes(old_pages, new_pages):
        yield Address(change.id), change


def _title_changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[TitleChange]:
    """Ids whose title was that of another id before, or has nothing in common with their old title."""
    for id_, title in new.items():
        before = old.get(id_)
        if not before or not title or _plain(before) == _plain(title):
            continue
        likeness = similarity(before, title)
        others = [(similarity(words, title), other) for other, words in old.items() if other != id_ and words]
        best, other = max(others, default=(0.0, ""))
        if best >= SAME and best > likeness:
            yield TitleChange(id_, before, title, other)
        elif likeness < RECOGNISABLE:
            yield TitleChange(id_, before, title, None)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _current_path(permalinks: Permalinks, path: str) -> str | None:
    """The page that has the sections of a page now: itself, or the one that it moved to."""
    if Address(path) in permalinks.live:
        return path
    redirect = permalinks.redirects.moved.get(Address(path))
    return redirect.target.path if redirect else None


def _current_address(permalinks: Permalinks, address: Address) -> Address:
    """The same id on the page that has it now."""
    return Address(_current_path(permalinks, address.path) or "", address.id)


def _problem(permalinks: Permalinks, address: Address, change: TitleChange, language: str) -> Problem:
    current = _current_address(permalinks, address)
    page = permalinks.pages.get((language, current.path)) or permalinks.pages[ORIGINAL, current.path]
    line = next((anchor.line for anchor in page.anchors if anchor.id == address.id), 0)
    values = {"address": address, "old": change.old, "new": change.new}
    if change.other is None:
        return Problem(page.file, line, "title-changed", values, warning=True)
    # A section that moved with its page needs a line of its own; otherwise the page's line redirects it to the same id.
    accepting = f"same: {address}" if current == address else f"{address}: {current}"
    other = Address(address.path, change.other) if address.id else Address(change.other)
    return Problem(page.file, line, "title-swapped", values | {"other": other, "line": accepting})
