"""The browser and the page in which the search is tried."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from search.visit import Visit, visit_of


@pytest.fixture
def place(built: Path, prefix: str, site: str) -> tuple[Path, str, str]:
    """The folder, the prefix and the address of the site."""
    return built, prefix, site


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, place: tuple[Path, str, str]) -> Iterator[Visit]:
    visit = visit_of(context, place[2])
    yield visit
    assert visit.faults == []
