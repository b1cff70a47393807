"""The table of all pages and the status of their translations."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.content.edition import Edition
from portal.content.translations.status import SectionStatus, Status
from portal.languages import LANGUAGES, ORIGINAL
from portal.rendering.page_view import LanguageEdition, PageView
from portal.wording.catalogue import word
from portal.wording.dates import since


@dataclass(frozen=True)
class Cell:
    """One page in one language: its status, that in words, and its file."""

    language: str
    status: str
    words: str
    file: str


@dataclass(frozen=True)
class Row:
    """One page in all languages."""

    page: PageView
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Total:
    """How many pages of a language are current (originals among them), behind, missing."""

    language: str
    current: int
    behind: int
    missing: int


def table_rows(site: LanguageEdition) -> list[Row]:
    """Every page in the order of reading."""
    return [
        Row(page, tuple(_cell(site.edition, page.path, code, site.language) for code in LANGUAGES))
        for page in site.contents()
    ]


def table_totals(table: Sequence[Row]) -> list[Total]:
    """The sums of a table by language."""
    totals = []
    for code in LANGUAGES:
        found = [cell.status for row in table for cell in row.cells if cell.language == code]
        current = found.count("current") + found.count("original")
        totals.append(Total(code, current, found.count("behind"), found.count("missing")))
    return totals


def _cell(edition: Edition, path: str, code: str, language: str) -> Cell:
    file = f"docs/{code}/{edition.pages[ORIGINAL, path].relative_path}"
    statuses = edition.translations.statuses.get((code, path), ())
    behind = [section for section in statuses if section.status is not Status.CURRENT]
    if (code, path) not in edition.pages:
        return Cell(code, "missing", word("state_missing", language), file)
    if behind:
        return Cell(code, "behind", _behind(behind, language), file)
    if edition.translations.original_language(path) == code:
        return Cell(code, "original", word("state_original", language), file)
    return Cell(code, "current", word("state_current", language), file)


def _behind(sections: Sequence[SectionStatus], language: str) -> str:
    names = ", ".join(f"#{section.id}" for section in sections)
    if days := [section.since for section in sections if section.since]:
        return word("state_behind_since", language, ids=names, date=since(min(days), language))
    return word("state_behind", language, ids=names)
