"""Rules of the reading order: every page is in the navigation, and every entry has a page."""

from collections.abc import Iterator
from pathlib import Path

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules.front_matter import is_news
from portal.languages import ORIGINAL


def in_navigation(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every page is in `nav`, but for news, which stand by date, and the archive."""
    known = edition.nav is None or page.path in edition.nav or edition.is_archived(page.path) or is_news(page)
    if page.language == ORIGINAL and not known:
        yield page.problem(0, "not-in-nav", name=page.relative_path)


def entries_without_page(edition: Edition) -> list[Problem]:
    missing = [path for path in edition.nav or () if path not in edition.originals]
    return [Problem(Path("mkdocs.yml"), 0, "nav-without-page", {"path": path or "index"}) for path in missing]
