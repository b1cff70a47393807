"""What readers are told of the freshness of a page, and the table of all pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.addresses import LANGUAGES, ORIGINAL, page_url
from portal.dates import since
from portal.edition import Edition, Entry
from portal.freshness.sections import TOP
from portal.freshness.states import SectionState, State, original_language, states
from portal.words import word

BEHIND = (State.CHANGED, State.MISSING, State.GONE)


@dataclass(frozen=True)
class Change:
    """A section that readers should look up in the original; `anchor` is its id where the page has no such section of its own."""

    title: str
    url: str | None
    language: str
    what: str
    anchor: str | None


@dataclass(frozen=True)
class Freshness:
    """What a page says of its original: its language, sections written first in another one, and what has changed there."""

    original: str
    elsewhere: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Cell:
    """One page in one language: its state in words, the state's name, and the file to be opened."""

    language: str
    state: str
    words: str
    file: str
    there: bool


@dataclass(frozen=True)
class Row:
    """One page in all languages."""

    entry: Entry
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Total:
    """How many pages of a language are current (originals among them), behind, not marked, missing."""

    language: str
    current: int
    behind: int
    unmarked: int
    missing: int


def freshness(edition: Edition, path: str, language: str) -> Freshness:
    """What the page shown to readers of a language says; a page shown in the original for want of a translation has no changes."""
    page = edition.pages.get((language, path))
    original = original_language(edition.pages, path)
    if page is None:
        return Freshness(original, (), ())
    found = list(states(page, edition.pages))
    elsewhere = {section.id: section.original for section in found if section.original != original}
    changes = [_change(edition, path, language, section) for section in found if section.state in BEHIND]
    return Freshness(original, tuple(elsewhere.items()), tuple(changes))


def missing_ids(edition: Edition, path: str, language: str) -> set[str]:
    """Ids that the page lacks, for which a line stands in their place."""
    return {change.anchor for change in freshness(edition, path, language).changes if change.anchor}


def rows(edition: Edition, language: str) -> list[Row]:
    """Every page in the order of reading."""
    return [Row(entry, tuple(_cell(edition, entry.path, code, language) for code in LANGUAGES)) for entry in edition.contents(language)]


def totals(table: Sequence[Row]) -> list[Total]:
    """The sums of a table by language."""
    return [Total(code, *_count(cell.state for row in table for cell in row.cells if cell.language == code)) for code in LANGUAGES]


def _count(found: Iterator[str]) -> tuple[int, int, int, int]:
    names = list(found)
    return names.count("current") + names.count("original"), names.count("behind"), names.count("unmarked"), names.count("missing")


def _change(edition: Edition, path: str, language: str, section: SectionState) -> Change:
    page = edition.pages[section.original, path]
    if section.state is State.GONE:
        own = edition.pages[language, path].sections[section.id]
        return Change(own.title or f"#{section.id}", None, language, word("change_gone", language), None)
    url = page_url(path, section.original) + ("" if section.id == TOP else f"#{section.id}")
    if section.state is State.MISSING:
        return Change(_title(edition, path, section), url, section.original, word("section_missing", language), section.id)
    day = edition.since.get((language, path, section.id))
    what = word("section_changed_since", language, date=since(day, language)) if day else word("section_changed", language)
    return Change(_title(edition, path, section), url, section.original, what, None)


def _title(edition: Edition, path: str, section: SectionState) -> str:
    """The heading of a section in its original; the first words of one that has none."""
    page = edition.pages[section.original, path]
    own = page.sections[section.id]
    if section.id == TOP:
        return str(page.meta["title"])
    words = " ".join(passage.text.replace("\0", " ") for passage in own.passages).split()
    return own.title or " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def _cell(edition: Edition, path: str, code: str, language: str) -> Cell:
    page = edition.pages.get((code, path))
    place = edition.pages[ORIGINAL, path].place
    file = f"docs/{code}/{place}"
    if page is None:
        return Cell(code, "missing", word("state_missing", language), file, False)
    found = list(states(page, edition.pages))
    behind = [section for section in found if section.state in BEHIND]
    if behind:
        return Cell(code, "behind", _behind(edition, path, code, language, behind), file, True)
    if any(section.state is State.UNMARKED for section in found):
        return Cell(code, "unmarked", word("state_unmarked", language), file, True)
    if original_language(edition.pages, path) == code:
        return Cell(code, "original", word("state_original", language), file, True)
    return Cell(code, "current", word("state_current", language), file, True)


def _behind(edition: Edition, path: str, code: str, language: str, sections: Sequence[SectionState]) -> str:
    names = ", ".join(f"#{section.id}" for section in sections)
    days: list[datetime.date] = [edition.since[key] for section in sections if (key := (code, path, section.id)) in edition.since]
    if days:
        return word("state_behind_since", language, ids=names, date=since(min(days), language))
    return word("state_behind", language, ids=names)
