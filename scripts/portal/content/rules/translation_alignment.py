"""Rules of structure across languages: a section that is current has what its original has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.translations.numbers import digits_in, numbers_in, spelled_numbers
from portal.content.translations.sections import EXTERNAL, Section
from portal.content.translations.status import Status

LANGUAGE_SUFFIX = re.compile(r"[-.](?:ky|ru|en)(?=\.\w+$)")
"""In the name of an image that was drawn anew for a language: scheme-ru.svg."""


def alignment(page: Page, edition: Edition) -> Iterator[Problem]:
    """Levels, links, images, tables and numbers of current sections."""
    original, statuses = edition.translations.original(page.path), edition.translations.statuses
    found = statuses.get((page.language, page.path), ()) if original else ()
    current = [section.id for section in found if section.status is Status.CURRENT]
    if original and current:
        depends_on = repr((page.digest, original.digest, current))
        work = partial(_problems, page, original, edition, current)
        for line, rule, values in edition.results.result("alignment", depends_on, work):
            yield page.problem(line, rule, original=original.file.as_posix(), **values)


def _problems(page: Page, original: Page, edition: Edition, current: Iterable[str]) -> list[list[Any]]:
    """The line, the rule and the values of each difference."""
    problems: list[list[Any]] = []
    for name in current:
        ours, theirs = (edition.translations.sections(each.language, page.path)[name] for each in (page, original))
        line = next((anchor.line for anchor in page.anchors if anchor.id == name), 1)
        for rule, found, expected in _differences(ours, theirs):
            problems.append([line, rule, {"id": name, "found": found or "—", "expected": expected or "—"}])
        if numbers := _number_difference(ours, page.language, theirs, original.language):
            more, fewer = numbers
            place = next((at for number in sorted(more) if (at := _line_of(ours, number))), line)
            values = {"id": name, "found": _format_numbers(more), "expected": _format_numbers(fewer)}
            problems.append([place, "figures-differ", values])
    return problems


def _differences(ours: Section, theirs: Section) -> Iterator[tuple[str, str, str]]:
    """Each rule that is broken, with what is too many and what is missing."""
    if ours.level != theirs.level:
        yield "level-differs", "#" * ours.level, "#" * theirs.level
    if (ours.links, ours.images, ours.tables) != (theirs.links, theirs.images, theirs.tables):
        expected = _counts(theirs)
        for rule, found in _counts(ours).items():
            if found != expected[rule]:
                more, fewer = found - expected[rule], expected[rule] - found
                yield rule, ", ".join(sorted(more.elements())), ", ".join(sorted(fewer.elements()))


def _counts(section: Section) -> dict[str, Counter[str]]:
    """How often a section has each link, image and size of table, by the rule that compares them."""
    links = (urlsplit(link).netloc or link.split(":")[0] if EXTERNAL.match(link) else link for link in section.links)
    images = (LANGUAGE_SUFFIX.sub("", PurePosixPath(image).as_posix()) for image in section.images)
    tables = (f"{table.rows} × {table.columns}" for table in section.tables)
    return {"links-differ": Counter(links), "images-differ": Counter(images), "tables-differ": Counter(tables)}


def _number_difference(
    ours: Section, language: str, theirs: Section, original_language: str
) -> tuple[frozenset[str], frozenset[str]] | None:
    """The numbers that only one of two sections has, not counting those that the other spells out."""
    if digits_in(ours.passages, language) == digits_in(theirs.passages, original_language):
        return None
    found, expected = numbers_in(ours.passages, language), numbers_in(theirs.passages, original_language)
    more = found - expected - spelled_numbers(theirs.passages, original_language)
    fewer = expected - found - spelled_numbers(ours.passages, language)
    return (more, fewer) if more or fewer else None


def _line_of(section: Section, number: str) -> int:
    """The line on which a section has a number; 0 where it is not written so."""
    pattern = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
    found = ((passage, pattern.search(passage.text)) for passage in section.passages)
    return next((passage.line_of(match.start()) for passage, match in found if match), 0)


def _format_numbers(numbers: frozenset[str]) -> str:
    return ", ".join(sorted(re.sub(r"^month (.+)", r"\1-ай / месяц / month", number) for number in numbers)) or "—"
