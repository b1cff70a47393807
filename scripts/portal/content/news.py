"""News items: the day in their names, and which of them readers do not get today."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from portal.addresses import Address
from portal.clock import today
from portal.content.markdown.outline import parse_outline
from portal.content.permalinks.redirects_file import Gone
from portal.content.reading.front_matter import REASONS
from portal.content.reading.pages import Page
from portal.languages import ORIGINAL
from portal.wording.dates import parse_day

FOLDER = "news"
NAME = re.compile(r"news/(\d{4}-\d{2}-\d{2})-[a-z0-9-]*[a-z0-9]", re.ASCII)


def is_news(path: str) -> bool:
    """Whether a path is that of a news item; the list of news is none."""
    return path.startswith(f"{FOLDER}/")


def day_of(path: str) -> date | None:
    """The day in the name of a news item."""
    name = NAME.fullmatch(path)
    return parse_day(name[1]) if name else None


def slug(path: str) -> str:
    """The name of a news item without its day."""
    return PurePosixPath(path).name[11:]


def scheduled_paths(paths: Iterable[str], published: Container[Address]) -> frozenset[str]:
    """The paths of news items whose day has not come; what is in the lock was published and stays."""
    return frozenset(
        path for path in paths if (day := day_of(path)) and day > today() and Address(path) not in published
    )


def withdrawn_pages(pages: Mapping[tuple[str, str], Page]) -> dict[str, Page]:
    """The Kyrgyz pages, by path, of the news items that were withdrawn: their other languages go with them."""
    news = {path: page for (language, path), page in pages.items() if language == ORIGINAL and is_news(path)}
    return {path: page for path, page in news.items() if page.day("withdrawn")}


def withdrawal(page: Page) -> Gone:
    """What readers get instead of a withdrawn news item."""
    reason = {language: str(page.meta[key]) for language, key in REASONS.items() if key in page.meta}
    since = page.day("withdrawn")
    assert since
    return Gone(since, reason, Address(FOLDER), page.front.lines["withdrawn"][0])


def without_text(page: Page) -> Page:
    """A page of which only the front matter is left to be checked."""
    head = "\n".join(page.text.split("\n")[: page.body_line - 1])
    return replace(page, text=head, body=parse_outline("", page.body_line))
