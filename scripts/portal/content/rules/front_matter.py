"""Rules of the facts at the head of a page."""

import re
from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.front_matter import EXAMPLES
from portal.content.reading.pages import Page
from portal.content.rules.names import day_of
from portal.content.suggestions import ids_of, nearest

STATUSES = ("draft",)


def required(page: Page, edition: Edition) -> Iterator[Problem]:
    """Each kind of page has facts it cannot do without."""
    if not page.front.readable:
        return
    keys = ("title", "description")
    keys += ("status", "status_date", "based_on") if is_chapter(page) else ("date",) if is_news(page) else ()
    for key in keys:
        if key not in page.front.lines:
            yield Problem(page.file, 1, "key-missing", {"key": key, "example": EXAMPLES[key]})


def dates_of_news(page: Page, edition: Edition) -> Iterator[Problem]:
    """`date` belongs to news, where it repeats the day in the file's name."""
    if "date" not in page.front.lines:
        return
    line = page.front.lines["date"][0]
    expected = day_of(page)
    if not is_news(page):
        yield Problem(page.file, line, "date-here")
    elif expected and page.meta.get("date", expected) != expected:
        yield Problem(page.file, line, "date-differs", {"found": page.meta["date"], "expected": expected})


def statuses(page: Page, edition: Edition) -> Iterator[Problem]:
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


def sources(page: Page, edition: Edition) -> Iterator[Problem]:
    """`source` belongs on news: one line that says who published the item, and when."""
    source = page.meta.get("source")
    if source is not None:
        line = page.front.lines["source"][0]
        if not is_news(page):
            yield Problem(page.file, line, "source-here")
        elif not isinstance(source, str) or "\n" in source:
            yield Problem(page.file, line, "source-text")


def bases(page: Page, edition: Edition) -> Iterator[Problem]:
    """`based_on` is a list of places, and no news item has one."""
    if "based_on" in page.meta and is_news(page):
        yield Problem(page.file, page.front.lines["based_on"][0], "based-on-here")


def based_on_entries(page: Page, edition: Edition) -> Iterator[Problem]:
    """Each place names a page and an id that the Kyrgyz originals have."""
    for entry, line in zip(page.based_on, page.front.lines.get("based_on", ())[1:], strict=False):
        if fault := _fault(entry, edition):
            rule, values = fault
            yield Problem(page.file, line, rule, {"found": entry} | values)


def _fault(entry: str, edition: Edition) -> tuple[str, dict[str, str]] | None:
    parts = ENTRY.fullmatch(entry)
    if parts is None:
        return "based-on-form", {}
    path, name = parts.groups()
    target = edition.originals.get(path)
    if target is None:
        return "based-on-page", {"path": path, "near": nearest(path, edition.originals)}
    if name not in {anchor.id for anchor in target.anchors}:
        return "based-on-id", {"id": name, "file": target.file.as_posix(), "ids": ids_of(target)}
    return None
