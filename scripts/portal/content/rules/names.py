"""Rules of file names: a file's path is its address, the same in three languages and permanent."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from portal.addresses import latin
from portal.clock import today
from portal.content import changes, drafts, news, news_lists, parallel
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page

PART = re.compile(r"[a-z0-9-]+")
DAY = re.compile(
    r"(?<!\d)(?:(\d{4})[-._ ]+(\d{1,2})[-._ ]+(\d{1,2})|(\d{1,2})[-._ ]+(\d{1,2})[-._ ]+(\d{4}))(?!\d)", re.A
)
"""A day as people begin or end the name of a file with it: 2026-11-25, 25.11.2026."""


def file_names(page: Page, edition: Edition) -> Iterator[Problem]:
    parts = _parts(page)
    if not all(PART.fullmatch(part) for part in parts):
        near = _likely_news_name(page) if news.is_news(page.path) else "/".join(map(latin, parts)) + ".md"
        yield page.problem(0, "name", name=page.relative_path, near=near)


def reserved_names(page: Page, edition: Edition) -> Iterator[Problem]:
    """The page would take the place of what the site makes for another one: its languages side by side, its changes."""
    if page.path.rpartition("/")[2] in (parallel.NAME, changes.NAME):
        yield page.problem(0, "name-reserved", name=page.relative_path, near=f"{page.path}-text.md")


def news_names(page: Page, edition: Edition) -> Iterator[Problem]:
    """A news item is named by its day and a slug."""
    if news.is_news(page.path) and news.day_of(page.path) is None and all(map(PART.fullmatch, _parts(page))):
        rule = "news-list-name" if news_lists.is_news_list(page.path) else "news-name"
        yield page.problem(0, rule, name=page.relative_path, address=f"/{page.path}/", near=_likely_news_name(page))


def unique_addresses(page: Page, edition: Edition) -> Iterator[Problem]:
    """x.md and x/index.md would have the same address, in one language or in two."""
    first = edition.first_files[page.path]
    if page.relative_path != first:
        yield page.problem(0, "address-twice", other=first, address=f"/{page.path}/")


def _parts(page: Page) -> list[str]:
    return page.relative_path.removesuffix(".md").split("/")


def _likely_news_name(page: Page) -> str:
    """The name most likely meant: the day in the name, else in the front matter, else today; then the rest."""
    name = PurePosixPath(page.relative_path).stem
    written = DAY.search(name)
    year, first, second, day, month, year_last = map(int, written.groups("0")) if written else (0,) * 6
    days = (_day(year, first, second), _day(year, second, first), _day(year_last, month, day), page.day("date"))
    found = next(filter(None, days), today())
    rest = latin(DAY.sub("", name).removeprefix(drafts.DAY))
    return f"{news.FOLDER}/{found}-{rest}.md"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
