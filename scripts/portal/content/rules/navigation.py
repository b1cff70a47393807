"""Rules of the order of reading: every page stands in a list, and every place of the list has a page."""

from collections.abc import Iterator
from pathlib import Path

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules.front_matter import is_news
from portal.languages import ORIGINAL


def listed(page: Page, edition: Edition) -> Iterator[Problem]:
    """A page that no list would show; news stands by its date."""
    if edition.nav is not None and page.language == ORIGINAL and not is_news(page) and page.path not in edition.order:
        yield Problem(page.file, 0, "not-in-nav", {"name": page.place})


def empty_places(edition: Edition) -> list[Problem]:
    """Places of the order for which there is no Kyrgyz page."""
    missing = [path for path in edition.order if path not in edition.originals]
    return [Problem(Path("mkdocs.yml"), 0, "nav-without-page", {"path": path or "index"}) for path in missing]
