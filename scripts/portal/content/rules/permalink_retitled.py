"""Titles that changed beyond recognition under their address, or were swapped, unless moved.yml accepts it."""

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
    """Every title, given by language, that readers of an address would not recognise.

    Titles are compared with those of the baseline in each language, and in Kyrgyz with those of the lock too, which
    also reveals changes that were never part of a proposal.
    """
    problems: dict[Address, Problem] = {}
    for language in LANGUAGES:
        old = titles_in(permalinks.baseline.pages, language)
        for address, change in _changes(permalinks, old, titles[language]):
            if not _is_accepted_now(permalinks, address):
                problems.setdefault(address, _problem(permalinks, address, change, language))
    for address, change in _changes(permalinks, _locked_titles(permalinks), titles[ORIGINAL]):
        if not any(
            permalinks.redirects.retitled.get(each) for each in (address, _current_address(permalinks, address))
        ):
            problems.setdefault(address, _problem(permalinks, address, change, ORIGINAL))
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
    return Address(_current_path(permalinks, address.path) or "", address.id)


def _locked_titles(permalinks: Permalinks) -> Titles:
    titles: dict[str, dict[str, str]] = {}
    for address, entry in permalinks.locked.items():
        if entry:
            titles.setdefault(address.path, {})[address.id] = entry.title
    return titles


def _is_accepted_now(permalinks: Permalinks, address: Address) -> bool:
    """A line accepts the change that adds it, not later ones."""
    now, before = permalinks.redirects.retitled, permalinks.baseline.redirects.retitled
    addresses = (address, _current_address(permalinks, address))
    return any(len(now.get(each, ())) > len(before.get(each, ())) for each in addresses)


def _problem(permalinks: Permalinks, address: Address, change: TitleChange, language: str) -> Problem:
    current = _current_address(permalinks, address)
    page = permalinks.pages.get((language, current.path)) or permalinks.pages[ORIGINAL, current.path]
    line = next((anchor.line for anchor in page.anchors if anchor.id == address.id), 0)
    # A section that moved with its page needs a line of its own; otherwise the page's line redirects it to the same id.
    accepting = f"same: {address}" if current == address else f"{address}: {current}"
    values = {"address": address, "old": change.old, "new": change.new, "line": accepting}
    if change.other is None:
        return Problem(page.file, line, "title-changed", values)
    other = Address(address.path, change.other) if address.id else Address(change.other)
    return Problem(page.file, line, "title-swapped", values | {"other": other})
