"""Pages as values of JSON, so that one that did not change need not be mended and parsed again."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

from portal.addresses import page_path
from portal.content.markdown.outline import Outline
from portal.content.mending.page_files import MOST_BYTES, read_page
from portal.content.problems import Problem
from portal.content.reading.files import is_page, reading_problem
from portal.content.reading.fix import Fix
from portal.content.reading.front_matter import FrontMatter
from portal.content.reading.front_values import Document, Value
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES
from portal.store import Results

Record = list[Any]
PARTS = {name: get_args(kind)[0] for name, kind in get_type_hints(Outline).items()}
"""The parts of an outline and their classes, each a tuple of plain values."""


def read_pages(docs: Path, files: Iterable[Path], results: Results) -> tuple[list[Page], list[Problem]]:
    """The pages among the files below `docs`, by language and path, and what kept others from being read."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for file in (file for file in files if is_page(file, docs)):
        name = file.relative_to(docs.parent)
        try:
            with file.open("rb") as source:
                # One byte more than allowed is enough to see that a file is too large.
                data = source.read(MOST_BYTES + 1)
        except OSError as fault:
            problems.append(reading_problem(name, fault))
            continue
        page, found = kept_page(name, data, results)
        problems += found
        pages += [page] if page else []
    return sorted(pages, key=lambda page: (LANGUAGES.index(page.language), page.path, page.file)), problems


def kept_page(file: Path, data: bytes, results: Results) -> tuple[Page | None, list[Problem]]:
    """One page from its bytes, like `read_page`; one with problems is read in every build."""
    found: list[tuple[Page | None, list[Problem]]] = []

    def work() -> Record | None:
        found.append(read_page(file, data))
        ((page, problems),) = found
        return _record(page, data) if page and not problems else None

    record = results.result("page", os.fsencode(file.as_posix()) + b"\0" + data, work)
    if record is None or found:
        return found[0] if found else read_page(file, data)
    return _page(file, record, data), []


def _record(page: Page, data: bytes) -> Record:
    """A page as JSON; its text is left out where it is that of the file, as nearly always."""
    front = page.front
    values = {key: _plain(value) for key, value in front.values.items()}
    parts = [getattr(page.body, part) for part in PARTS]
    text = None if page.text.encode() == data else page.text
    return [values, front.lines, front.body_line, front.readable, parts, text, page.fixes, page.file_lines]


def _page(file: Path, record: Record, data: bytes) -> Page:
    values, lines, body_line, readable, parts, text, fixes, file_lines = record
    front = FrontMatter(
        {key: _value(value) for key, value in values.items()},
        {key: tuple(numbers) for key, numbers in lines.items()},
        body_line,
        readable,
    )
    body = Outline(*(tuple(map(part._make, rows)) for part, rows in zip(PARTS.values(), parts, strict=True)))
    text = data.decode() if text is None else text
    path = page_path(Path(*file.parts[2:]).as_posix())
    return Page(file, file.parts[1], path, front, body, text, tuple(map(Fix._make, fixes)), tuple(file_lines))


def _plain(value: Value) -> Any:
    """A value of the front matter: a date as its day in a list of one, a list as its kind and its entries."""
    if isinstance(value, date):
        return ["day", value.isoformat()]
    if isinstance(value, tuple):
        return ["list", *(each if isinstance(each, str) else _document(each) for each in value)]
    return value


def _document(found: Document) -> list[str]:
    return [found.title, found.date.isoformat(), found.number, found.link]


def _value(plain: Any) -> Value:
    if not isinstance(plain, list):
        found: str | int = plain
        return found
    kind, *values = plain
    if kind == "day":
        return date.fromisoformat(values[0])
    return tuple(each if isinstance(each, str) else _made_document(*each) for each in values)


def _made_document(title: str, day: str, number: str, link: str) -> Document:
    return Document(title, date.fromisoformat(day), number, link)
