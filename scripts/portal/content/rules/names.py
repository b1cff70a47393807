"""Rules of file names: a file's path is its address, the same in three languages and permanent."""

import datetime
import re
from collections.abc import Iterator

from portal.addresses import latin
from portal.content.edition import Edition, slug
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.wording.dates import parse_day

PART = re.compile(r"[a-z0-9-]+")
NEWS = re.compile(r"news/(\d{4}-\d{2}-\d{2})-[a-z0-9-]*[a-z0-9]", re.ASCII)


def file_names(page: Page, edition: Edition) -> Iterator[Problem]:
    parts = page.relative_path.removesuffix(".md").split("/")
    if not all(PART.fullmatch(part) for part in parts):
        yield page.problem(0, "name", name=page.relative_path, near="/".join(latin(part) for part in parts) + ".md")


def news_names(page: Page, edition: Edition) -> Iterator[Problem]:
    """A news item is named by its day and a slug; the same slug on two days is most likely one item, moved."""
    if not page.path.startswith("news/"):
        return
    if day_of(page) is None:
        yield page.problem(0, "news-name", name=page.relative_path)
    elif (first := edition.news_slugs[slug(page.path)]) != page.path:
        yield page.problem(0, "news-twin", slug=slug(page.path), other=f"{first}.md")


def unique_addresses(page: Page, edition: Edition) -> Iterator[Problem]:
    """x.md and x/index.md would have the same address, in one language or in two."""
    first = edition.first_files[page.path]
    if page.relative_path != first:
        yield page.problem(0, "address-twice", other=first, address=f"/{page.path}/")


def day_of(page: Page) -> datetime.date | None:
    """The day in the name of a news item."""
    name = NEWS.fullmatch(page.path)
    return parse_day(name[1]) if name else None
