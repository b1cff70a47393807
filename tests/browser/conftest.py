"""Pages of the browser, whose contexts are kept, for they cost most."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.page_kinds import OpenPage

Contexts = dict[tuple[object, ...], BrowserContext]


@pytest.fixture(scope="session")
def contexts(chromium: Browser) -> Iterator[Contexts]:
    """The contexts opened so far, by width and further options."""
    kept: Contexts = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def open_page(chromium: Browser, contexts: Contexts) -> Iterator[OpenPage]:
    """Gives a page of a width and further options, which remembers nothing of another test."""
    used: list[Page] = []

    def page(width: int, **options: object) -> Page:
        key = (width, *sorted(options.items()))
        if key not in contexts:
            contexts[key] = chromium.new_context(viewport={"width": width, "height": 900}, **options)
            contexts[key].new_page()
        used.append(contexts[key].pages[0])
        return used[-1]

    yield page
    for each in used:
        if each.url.startswith("http"):
            each.evaluate("localStorage.clear()")
            each.goto("about:blank")
