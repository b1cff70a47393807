"""The page in which the search is tried."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from browser.page_kinds import OpenPage
from search.visit import Visit, visiting


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(1000, reduced_motion="reduce")


@pytest.fixture
def visit(page: Page, site: str) -> Iterator[Visit]:
    with visiting(page, site) as visit:
        yield visit
    assert visit.faults == []
