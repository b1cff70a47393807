"""The browser and the page in which the search is tried."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from search.visit import Visit, visit_of


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, site: str) -> Iterator[Visit]:
    visit = visit_of(context, site)
    yield visit
    assert visit.faults == []
