"""Rules of structure across languages: a section that is current has what the section it follows has."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.translations.numbers import as_written, in_words, numbers_in
from portal.content.translations.sections import EXTERNAL, Section
from portal.content.translations.status import Status

OWN = re.compile(r"[-.](?:ky|ru|en)(?=\.\w+$)")
"""What marks a picture that was drawn anew for a language: scheme-ru.svg."""


def alignment(page: Page, edition: Edition) -> Iterator[Problem]:
    """Levels, links, images, tables and numbers of current sections."""
    original = edition.translations.original(page.path)
    for section in edition.translations.statuses.get((page.language, page.path), ()):
        if original and section.status is Status.CURRENT:
            sections = edition.translations.sections
            own, other = (sections[each.language, each.path][section.id] for each in (page, original))
            yield from _compared(page, own, original, other)


def _compared(page: Page, own: Section, original: Page, other: Section) -> Iterator[Problem]:
    line = next((anchor.line for anchor in page.anchors if anchor.id == own.id), 1)
    values = {"id": own.id, "original": original.file.as_posix()}
    if own.level != other.level:
        yield Problem(
            page.file,
            line,
            "level-differs",
            values | {"found": "#" * own.level or "—", "expected": "#" * other.level or "—"},
        )
    if own.links != other.links or own.images != other.images or own.tables or other.tables:
        for rule, count in (("links-differ", _links), ("images-differ", _images), ("tables-differ", _tables)):
            if (mine := count(own)) != (theirs := count(other)):
                yield Problem(page.file, line, rule, values | _difference(mine, theirs))
    yield from _figures(page, own, original.language, other, line, values)


def _figures(
    page: Page, own: Section, language: str, other: Section, line: int, values: dict[str, str]
) -> Iterator[Problem]:
    if as_written(own.passages, page.language) == as_written(other.passages, language):
        return
    mine, theirs = numbers_in(own.passages, page.language), numbers_in(other.passages, language)
    more = mine - theirs - in_words(other.passages, language)
    fewer = theirs - mine - in_words(own.passages, page.language)
    if more or fewer:
        place = next((_line(own, figure) for figure in sorted(more) if _line(own, figure)), line)
        found = {"found": _list(more), "expected": _list(fewer)}
        yield Problem(page.file, place, "figures-differ", values | found)


def _line(section: Section, figure: str) -> int:
    """The line of a section on which a figure stands; 0 where it is not written so."""
    pattern = re.compile(rf"(?<!\d){re.escape(figure)}(?!\d)")
    found = ((passage, pattern.search(passage.text)) for passage in section.passages)
    return next((passage.line_of(match.start()) for passage, match in found if match), 0)


def _list(figures: frozenset[str]) -> str:
    names = sorted(
        figure.replace("month ", "") + ("-ай / месяц / month" if figure.startswith("month") else "")
        for figure in figures
    )
    return ", ".join(names) or "—"


def _links(section: Section) -> Counter[str]:
    return Counter(
        urlsplit(link).netloc or link.split(":")[0] if EXTERNAL.match(link) else link for link in section.links
    )


def _images(section: Section) -> Counter[str]:
    return Counter(OWN.sub("", PurePosixPath(image).as_posix()) for image in section.images)


def _tables(section: Section) -> Counter[str]:
    return Counter(f"{table.rows} × {table.columns}" for table in section.tables)


def _difference(mine: Counter[str], theirs: Counter[str]) -> dict[str, str]:
    more, fewer = mine - theirs, theirs - mine
    return {"found": ", ".join(sorted(more.elements())) or "—", "expected": ", ".join(sorted(fewer.elements())) or "—"}
