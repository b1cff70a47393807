"""Rules of names: a file's path is its address, the same in three languages and for good."""

import datetime
import re
from collections.abc import Iterator

from portal.addresses import latin
from portal.content.edition import Edition, slug
from portal.content.problems import Problem
from portal.content.reading.pages import Page

PART = re.compile(r"[a-z0-9-]+")
NEWS = re.compile(r"news/(\d{4}-\d{2}-\d{2})-[a-z0-9-]*[a-z0-9]", re.ASCII)


def names(page: Page, edition: Edition) -> Iterator[Problem]:
    """Small Latin letters, digits and hyphens only."""
    parts = page.place.removesuffix(".md").split("/")
    if not all(PART.fullmatch(part) for part in parts):
        near = "/".join(latin(part) for part in parts) + ".md"
        yield Problem(page.file, 0, "name", {"name": page.place, "near": near})


def news_names(page: Page, edition: Edition) -> Iterator[Problem]:
    """A news item is named by its day and a few words."""
    if page.path.startswith("news/") and day_of(page) is None:
        yield Problem(page.file, 0, "news-name", {"name": page.place})


def news_twins(page: Page, edition: Edition) -> Iterator[Problem]:
    """The same words under two days are most likely one item, moved."""
    if day_of(page) and (first := edition.news_slugs[slug(page.path)]) != page.path:
        yield Problem(page.file, 0, "news-twin", {"slug": slug(page.path), "other": f"{first}.md"})


def one_address(page: Page, edition: Edition) -> Iterator[Problem]:
    """x.md and x/index.md would be published at one address, in one language or across them."""
    first = edition.places[page.path]
    if page.place != first:
        yield Problem(page.file, 0, "address-twice", {"other": first, "address": f"/{page.path}/"})


def day_of(page: Page) -> datetime.date | None:
    """The day in the name of a news item; None for any other page and for a day that never was."""
    name = NEWS.fullmatch(page.path)
    try:
        return datetime.date.fromisoformat(name[1]) if name else None
    except ValueError:
        return None
