"""The rows of a page: the cells of one section or paragraph in all languages, for readers of one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from portal.content.edition import Edition
from portal.content.translations.sections import TOP as TOP_SECTION
from portal.content.translations.status import Status
from portal.languages import NAMES
from portal.publication.parallel.columns import NOTES, ROOT, SOURCE, TOP, Column
from portal.rendering.translation_notice import what_changed
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class Rows:
    """The columns of a page, the language of its original, and what is said of cells, by language and row."""

    columns: Sequence[Column]
    original: str
    language: str
    notes: Mapping[tuple[str, str], str]

    def html(self) -> Iterator[str]:
        rows = row_order(sorted(self.columns, key=lambda column: column.language != self.original))
        taken = set(rows)
        for row in rows:
            places = dict.fromkeys(name for column in self.columns for name in column.places.get(row, ()))
            new = [name for name in places if name not in taken]
            taken.update(new)
            row_id = f' id="{escape(row)}"' if _is_section(row) else ""
            cells = "".join(self._cell(column, row) for column in self.columns)
            anchors = "".join(f'<span id="{escape(name)}"></span>' for name in new)
            yield f'<div class="parallel-section"{row_id}>{anchors}{cells}</div>\n'

    def _cell(self, column: Column, row: str) -> str:
        html, code = column.cells.get(row, ""), column.language
        fragment = f"#{escape(row)}" if html and _is_section(row) else ""
        link = f'<a href="{ROOT}{column.url}{fragment}" hreflang="{code}">{NAMES[code]}</a>'
        label = f'<p class="parallel-language">{link}{self._note(column, row)}</p>'
        return f'<div class="parallel-cell" lang="{code}">{label}{html}</div>'

    def _note(self, column: Column, row: str) -> str:
        is_whole = row in column.cells or row in (NOTES, SOURCE)
        words = self.notes.get((column.language, row)) or ("" if is_whole else self._absent(column))
        dash = phrase("dash", self.language)
        return f' <span class="parallel-note" lang="{self.language}">{dash} {escape(words)}</span>' if words else ""

    def _absent(self, column: Column) -> str:
        return phrase("parallel_absent" if column.language == self.original else "section_missing", self.language)


def row_order(columns: Iterable[Column]) -> list[str]:
    """The rows in the order of the first column; what only others have follows what precedes it there."""
    order: list[str] = []
    for column in columns:
        place = -1
        for row in column.cells:
            if row in order:
                place = order.index(row)
            else:
                place += 1
                order.insert(place, row)
    return [*(row for row in order if row not in (NOTES, SOURCE)), *(row for row in (SOURCE, NOTES) if row in order)]


def notes_on(edition: Edition, path: str, columns: Iterable[Column], language: str) -> dict[tuple[str, str], str]:
    """What is behind its original or missing, by language and row, in words for readers of a language."""
    columns = list(columns)
    rows = {name: row for column in columns for row, names in column.places.items() for name in names}
    notes: dict[tuple[str, str], str] = {}
    for column in columns:
        for section in edition.translations.not_current(column.language, path):
            row = TOP if section.id == TOP_SECTION else rows.get(section.id, section.id)
            # What is missing may be a place within a row that is there.
            is_part = section.status is Status.MISSING and row in column.cells
            words = phrase("section_changed", language) if is_part else what_changed(section, language)
            notes.setdefault((column.language, row), words)
    return notes


def _is_section(row: str) -> bool:
    return row not in (TOP, NOTES, SOURCE)
