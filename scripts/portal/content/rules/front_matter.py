"""Rules of the facts at the head of a page."""

import re
from collections.abc import Iterator

from portal.content.edition import Content
from portal.content.problems import Problem
from portal.content.reading.front_matter import EXAMPLES
from portal.content.reading.pages import Page
from portal.content.rules.names import day_of
from portal.content.suggestions import ids_of, nearest

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


ENTRY = re.compile(r"([a-z0-9/-]+)#([a-z][a-z0-9-]{1,39})")


def shapes(page: Page, content: Content) -> Iterator[Problem]:
    """A line of text on a news item, a list of places on any other page."""
    source = page.meta.get("source")
    if source is None:
        return
    line = page.front.lines["source"][0]
    if is_news(page) and (not isinstance(source, str) or "\n" in source):
        yield Problem(page.file, line, "source-text")
    elif not is_news(page) and not isinstance(source, tuple):
        yield Problem(page.file, line, "source-list", {"found": source})


def entries(page: Page, content: Content) -> Iterator[Problem]:
    """Each place names a page and an id that the Kyrgyz originals have."""
    source = page.meta.get("source")
    if is_news(page) or not isinstance(source, tuple):
        return
    for entry, line in zip(source, page.front.lines["source"][1:], strict=True):
        if fault := _fault(entry, content):
            rule, values = fault
            yield Problem(page.file, line, rule, {"found": entry} | values)


def _fault(entry: str, content: Content) -> tuple[str, dict[str, str]] | None:
    parts = ENTRY.fullmatch(entry)
    if parts is None:
        return "source-form", {}
    path, name = parts.groups()
    target = content.originals.get(path)
    if target is None:
        return "source-page", {"path": path, "near": nearest(path, content.originals)}
    if name not in {anchor.id for anchor in target.anchors}:
        return "source-id", {"id": name, "file": target.file.as_posix(), "ids": ids_of(target)}
    return None
