"""The table of all pages with the status of their translations."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.languages import LANGUAGES, ORIGINAL
from portal.rendering.page_view import LanguageEdition, PageView
from portal.wording.dates import since
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class Cell:
    """One page in one language; `words` is its status in the reader's language."""

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
    return [Row(page, tuple(_cell(page, code) for code in LANGUAGES)) for page in site.contents()]


def table_totals(table: Sequence[Row]) -> list[Total]:
    totals = []
    for code in LANGUAGES:
        found = [cell.status for row in table for cell in row.cells if cell.language == code]
        current = found.count("current") + found.count("original")
        totals.append(Total(code, current, found.count("behind"), found.count("missing")))
    return totals


def _cell(page: PageView, code: str) -> Cell:
    edition, path, language = page.edition, page.path, page.language
    file = f"docs/{code}/{edition.pages[ORIGINAL, path].relative_path}"
    behind = edition.translations.not_current(code, path)
    if (code, path) not in edition.pages:
        return Cell(code, "missing", phrase("state_missing", language), file)
    if behind:
        ids = ", ".join(f"#{section.id}" for section in behind)
        days = [section.since for section in behind if section.since]
        date = since(min(days), language) if days else ""
        words = phrase("state_behind_since" if days else "state_behind", language, ids=ids, date=date)
        return Cell(code, "behind", words, file)
    if edition.translations.original_language(path) == code:
        return Cell(code, "original", phrase("state_original", language), file)
    return Cell(code, "current", phrase("state_current", language), file)
