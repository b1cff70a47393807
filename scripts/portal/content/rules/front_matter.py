"""Rules of front matter."""

import re
from collections.abc import Iterator

from portal.addresses import likely_address
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.front_matter import EXAMPLES
from portal.content.reading.pages import Page
from portal.content.rules.names import day_of
from portal.content.suggestions import ids_of, nearest_name, perhaps

STATUSES = ("draft",)
SECTION = re.compile(r"([a-z0-9/-]+)#([a-z][a-z0-9-]{1,39})")


def required_keys(page: Page, edition: Edition) -> Iterator[Problem]:
    if not page.front.readable:
        return
    keys = ["title", "description"]
    keys += ["status", "status_date", "based_on"] if is_chapter(page) else ["date"] if is_news(page) else []
    for key in keys:
        if key not in page.front.lines:
            # The file's name has the day of a news item.
            day = day_of(page) if key == "date" else None
            yield page.problem(1, "key-missing", key=key, example=f"date: {day}" if day else EXAMPLES[key])


def news_dates(page: Page, edition: Edition) -> Iterator[Problem]:
    """Only news has `date`, and it repeats the day in the file's name."""
    if "date" not in page.front.lines:
        return
    line, expected = page.front.lines["date"][0], day_of(page)
    if not is_news(page):
        yield page.problem(line, "date-here")
    elif expected and page.meta.get("date", expected) != expected:
        yield page.problem(line, "date-differs", found=page.meta["date"], expected=expected)


def statuses(page: Page, edition: Edition) -> Iterator[Problem]:
    """The site explains each status to its readers, so it knows only a few."""
    found = page.meta.get("status", STATUSES[0])
    if found not in STATUSES:
        yield page.problem(page.front.lines["status"][0], "status-unknown", found=found, known=", ".join(STATUSES))


def is_chapter(page: Page) -> bool:
    """Whether a page belongs to the strategy, whose pages say what they are based on."""
    return page.path.split("/")[0] in ("strategy", "priorities")


def is_news(page: Page) -> bool:
    """Whether a page is a news item; the list of news is not."""
    return page.path.startswith("news/")


def news_sources(page: Page, edition: Edition) -> Iterator[Problem]:
    """Only news has `source`: one line that says who published the item, and when."""
    source = page.meta.get("source")
    if source is not None:
        line = page.front.lines["source"][0]
        if not is_news(page):
            yield page.problem(line, "source-here")
        elif not isinstance(source, str) or "\n" in source:
            yield page.problem(line, "source-text")


def based_on(page: Page, edition: Edition) -> Iterator[Problem]:
    """Each entry names a page and an id of the Kyrgyz originals; no news item has the list."""
    if "based_on" in page.meta and is_news(page):
        yield page.problem(page.front.lines["based_on"][0], "based-on-here")
    for entry, line in zip(page.based_on, page.front.lines.get("based_on", ())[1:], strict=False):
        section = SECTION.fullmatch(entry)
        if section is None:
            likely = likely_address(entry)
            yield page.problem(line, "based-on-form", found=entry, near=f"{likely.path}#{likely.id or '…'}")
            continue
        path, id_ = section.groups()
        target = edition.originals.get(path)
        if target is None:
            near = perhaps(nearest_name(path, edition.originals))
            yield page.problem(line, "based-on-page", found=entry, path=path, **near)
        elif id_ not in {anchor.id for anchor in target.anchors}:
            file, ids = target.file.as_posix(), ids_of(target)
            yield page.problem(line, "based-on-id", found=entry, id=id_, file=file, ids=ids)
