"""The table of all pages and the status of their translations."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.content.edition import Edition, Entry
from portal.content.translations.status import SectionStatus, Status, original_language, section_statuses
from portal.languages import LANGUAGES, ORIGINAL
from portal.rendering.translation_notice import BEHIND
from portal.wording.catalogue import word
from portal.wording.dates import since


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


def table_rows(edition: Edition, language: str) -> list[Row]:
    """Every page in the order of reading."""
    return [
        Row(entry, tuple(_cell(edition, entry.path, code, language) for code in LANGUAGES))
        for entry in edition.contents(language)
    ]


def table_totals(table: Sequence[Row]) -> list[Total]:
    """The sums of a table by language."""
    return [
        Total(code, *_count(cell.state for row in table for cell in row.cells if cell.language == code))
        for code in LANGUAGES
    ]


def _count(found: Iterator[str]) -> tuple[int, int, int, int]:
    names = list(found)
    return (
        names.count("current") + names.count("original"),
        names.count("behind"),
        names.count("unmarked"),
        names.count("missing"),
    )


def _cell(edition: Edition, path: str, code: str, language: str) -> Cell:
    page = edition.pages.get((code, path))
    place = edition.pages[ORIGINAL, path].place
    file = f"docs/{code}/{place}"
    if page is None:
        return Cell(code, "missing", word("state_missing", language), file, False)
    found = list(section_statuses(page, edition.pages))
    behind = [section for section in found if section.state in BEHIND]
    if behind:
        return Cell(code, "behind", _behind(edition, path, code, language, behind), file, True)
    if any(section.state is Status.UNMARKED for section in found):
        return Cell(code, "unmarked", word("state_unmarked", language), file, True)
    if original_language(edition.pages, path) == code:
        return Cell(code, "original", word("state_original", language), file, True)
    return Cell(code, "current", word("state_current", language), file, True)


def _behind(edition: Edition, path: str, code: str, language: str, sections: Sequence[SectionStatus]) -> str:
    names = ", ".join(f"#{section.id}" for section in sections)
    days: list[datetime.date] = [
        edition.since[key] for section in sections if (key := (code, path, section.id)) in edition.since
    ]
    if days:
        return word("state_behind_since", language, ids=names, date=since(min(days), language))
    return word("state_behind", language, ids=names)
