"""Rules of the facts at the head of a page."""

from __future__ import annotations

from collections.abc import Iterator

from portal.content import Content
from portal.front_matter import EXAMPLES
from portal.pages import Page
from portal.problems import Problem
from portal.rules.names import day_of

STATUSES = ("draft",)


def required(page: Page, content: Content) -> Iterator[Problem]:
    """Each kind of page has facts it cannot do without."""
    if not page.front.readable:
        return
    keys = ("title", "description")
    keys += ("status", "status_date", "source") if is_chapter(page) else ("date",) if is_news(page) else ()
    for key in keys:
        if key not in page.front.lines:
            yield Problem(page.file, 1, "key-missing", {"key": key, "example": EXAMPLES[key]})


def dates_of_news(page: Page, content: Content) -> Iterator[Problem]:
    """`date` belongs to news, where it repeats the day in the file's name."""
    if "date" not in page.front.lines:
        return
    line = page.front.lines["date"][0]
    expected = day_of(page)
    if not is_news(page):
        yield Problem(page.file, line, "date-here")
    elif expected and page.meta.get("date", expected) != expected:
        yield Problem(page.file, line, "date-differs", {"found": page.meta["date"], "expected": expected})


def statuses(page: Page, content: Content) -> Iterator[Problem]:
    """A status is one of the few that the site can explain to its readers."""
    found = page.meta.get("status", STATUSES[0])
    if found not in STATUSES:
        values = {"found": found, "known": ", ".join(STATUSES)}
        yield Problem(page.file, page.front.lines["status"][0], "status-unknown", values)


def is_chapter(page: Page) -> bool:
    """Whether a page belongs to the strategy, whose every page says what it rests on."""
    return page.path.split("/")[0] in ("strategy", "priorities")


def is_news(page: Page) -> bool:
    """Whether a page is a news item; the list of news is not."""
    return page.path.startswith("news/")
