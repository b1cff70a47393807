"""The table of the pages of which a translation is missing or behind."""

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

    @property
    def is_whole(self) -> bool:
        return all(cell.status in ("original", "current") for cell in self.cells)


def unfinished_rows(site: LanguageEdition) -> list[Row]:
    """The pages of which a translation is missing or behind."""
    rows = (Row(page, tuple(_cell(page, code) for code in LANGUAGES)) for page in site.contents())
    return [row for row in rows if not row.is_whole]


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
