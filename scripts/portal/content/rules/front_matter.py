"""Rules of front matter."""

from collections.abc import Iterator

from portal.content import news
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.front_matter import EXAMPLES
from portal.content.reading.front_values import ADOPTED, ARCHIVED, STATUSES
from portal.content.reading.pages import Page


def required_keys(page: Page, edition: Edition) -> Iterator[Problem]:
    if not page.front.readable:
        return
    keys = [] if page.path in edition.withdrawn else ["title", "description"]
    keys += ["status", "status_date", "based_on"] if is_chapter(page) else ["date"] if keys and is_news(page) else []
    keys += ["adopted_by"] if page.meta.get("status") == ADOPTED else []
    for key in keys:
        if key not in page.front.lines:
            # The file's name has the day of a news item.
            day = news.day_of(page.path) if key == "date" else None
            yield page.problem(1, "key-missing", key=key, example=f"date: {day}" if day else EXAMPLES[key])


def news_dates(page: Page, edition: Edition) -> Iterator[Problem]:
    """Only news has `date`, and it repeats the day in the file's name."""
    if "date" not in page.front.lines:
        return
    line, expected = page.front.lines["date"][0], news.day_of(page.path)
    if not is_news(page):
        yield page.problem(line, "date-here")
    elif expected and page.meta.get("date", expected) != expected:
        yield page.problem(line, "date-differs", found=page.meta["date"], expected=expected)


def statuses(page: Page, edition: Edition) -> Iterator[Problem]:
    """The site explains each status to its readers, so it knows only a few."""
    found = page.meta.get("status")
    if found is None:
        return
    line = page.front.lines["status"][0]
    if found not in STATUSES:
        yield page.problem(line, "status-unknown", found=found, known=", ".join(STATUSES))
    elif found == ARCHIVED and not (is_chapter(page) and "/" in page.path):
        yield page.problem(line, "archived-here")


def adopted_by(page: Page, edition: Edition) -> Iterator[Problem]:
    """Only what is adopted, or was before it was archived, names the body that adopted it."""
    if "adopted_by" in page.meta and page.meta.get("status") not in (ADOPTED, ARCHIVED):
        yield page.problem(page.front.lines["adopted_by"][0], "adopted-by-here")


def status_of_original(page: Page, edition: Edition) -> Iterator[Problem]:
    """A translation has the status of its original; the archive is the original's to decide."""
    original = edition.originals.get(page.path, page)
    found, expected = page.meta.get("status"), original.meta.get("status")
    if found in STATUSES and expected in STATUSES and expected not in (found, ARCHIVED):
        values = {"found": found, "expected": expected, "original": original.file.as_posix()}
        yield page.warning(page.front.lines["status"][0], "status-differs", **values)


def change_notes(page: Page, edition: Edition) -> Iterator[Problem]:
    """The note on what changed is a single line, for feeds too."""
    if "\n" in str(page.meta.get("changes", "")):
        yield page.problem(page.front.lines["changes"][0], "changes-text")


def is_chapter(page: Page) -> bool:
    """Whether a page belongs to the strategy, whose pages say what they are based on."""
    return page.path.split("/")[0] in ("strategy", "priorities")


def is_news(page: Page) -> bool:
    """Whether a page is a news item; the list of news is not."""
    return news.is_news(page.path)


def news_sources(page: Page, edition: Edition) -> Iterator[Problem]:
    """Only news has `source`: one line that says who published the item, and when."""
    source = page.meta.get("source")
    if source is not None:
        line = page.front.lines["source"][0]
        if not is_news(page):
            yield page.problem(line, "source-here")
        elif not isinstance(source, str) or "\n" in source:
            yield page.problem(line, "source-text")
