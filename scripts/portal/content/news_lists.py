"""The pages that list the news of a year or of a subject; no file makes them, and once published they stay."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from portal.content.markdown.outline import parse_outline
from portal.content.news import FOLDER, day_of
from portal.content.permalinks.resolver import Permalinks
from portal.content.reading.front_matter import FrontMatter
from portal.content.reading.front_values import Value
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES, ORIGINAL
from portal.wording.phrases import phrase, subjects

YEAR = re.compile(rf"{FOLDER}/(\d{{4}})", re.ASCII)


def is_year(path: str) -> bool:
    return YEAR.fullmatch(path) is not None


def is_subject(path: str) -> bool:
    return path in map(subject_path, subjects())


def is_news_list(path: str) -> bool:
    """Whether the address is kept for a list, even if there is none yet."""
    return is_year(path) or is_subject(path)


def subject_path(subject: str) -> str:
    return f"{FOLDER}/{subject}"


def list_pages(permalinks: Permalinks) -> dict[tuple[str, str], Page]:
    """The pages of the lists, in each language: of every year and subject that has, or had, a published item."""
    originals = {path: page for (language, path), page in permalinks.pages.items() if language == ORIGINAL}
    known = {*originals, *permalinks.withdrawn, *(address.path for address in permalinks.lock)}
    changed: dict[str, date | None] = dict.fromkeys(filter(is_news_list, known))
    changed |= {f"{FOLDER}/{day.year}": None for day in map(day_of, known) if day}
    for item in (page for path, page in originals.items() if day_of(path)):
        for path in lists_of(item):
            changed[path] = max(filter(None, (changed.get(path), item.day("updated"), day_of(item.path))))
    pages = [_list_page(path, language, changed[path]) for language in LANGUAGES for path in sorted(changed)]
    return {(page.language, page.path): page for page in pages}


def items_by_list(originals: Mapping[str, Page], news: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The items of each list by the path of its page: the years, newest first, then the subjects as listed."""
    years = sorted(filter(is_year, originals), reverse=True)
    found: dict[str, list[str]] = {path: [] for path in years}
    found |= {path: [] for path in map(subject_path, subjects()) if path in originals}
    for path in news:
        for place in lists_of(originals[path]):
            found[place].append(path)
    return {path: tuple(items) for path, items in found.items()}


def lists_of(item: Page) -> list[str]:
    """The paths of the lists that an item is in."""
    day = day_of(item.path)
    named = [subject_path(subject) for subject in item.subjects if subject in subjects()]
    return ([f"{FOLDER}/{day.year}"] if day else []) + named


def _list_page(path: str, language: str, changed: date | None) -> Page:
    name = path.removeprefix(f"{FOLDER}/")
    if is_year(path):
        title, description = (phrase(key, language, year=name) for key in ("news_of_year", "news_of_year_all"))
    else:
        subject = subjects()[name][language]
        title, description = (phrase(key, language, subject=subject) for key in ("news_on", "news_on_all"))
    values: dict[str, Value] = {"title": title, "description": description}
    if changed:
        values["updated"] = changed
    file = Path("docs", language, f"{path}.md")
    return Page(file, language, path, FrontMatter(values, {}, 1, True), parse_outline("", 1), "")
