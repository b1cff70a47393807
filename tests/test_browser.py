"""Chromium meets the real site: nothing from elsewhere, nothing failing, and the same chapter in another language."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from portal.addresses import LANGUAGES, page_url

PATHS = ("", "strategy/role", "news/2020-03-12-strategy-discussion", "terms")
WIDTHS = (390, 1280)

Opener = Callable[[int], tuple[Page, list[str]]]


@pytest.fixture
def opened(chromium: Browser, site: str) -> Iterator[Opener]:
    """Opens a page of a width, with a list that gathers whatever should not happen on it."""
    contexts = []

    def open_page(width: int) -> tuple[Page, list[str]]:
        context = chromium.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        page, faults = context.new_page(), []
        page.on("request", lambda request: faults.append(f"outside: {request.url}") if urlsplit(request.url).netloc != urlsplit(site).netloc else None)
        page.on("response", lambda response: faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
        page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        return page, faults

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fetch_only_what_is_theirs_and_nothing_fails(opened: Opener, site: str, width: int) -> None:
    page, faults = opened(width)
    for path in PATHS:
        for language in LANGUAGES:
            page.goto(site + page_url(path, language), wait_until="networkidle")
            assert page.evaluate("document.documentElement.lang") == language
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, language)
    assert faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_wrong_address_of_any_depth_leads_on(opened: Opener, site: str, width: int) -> None:
    page, faults = opened(width)
    for wrong in ("nothing", "ru/strategy/nothing/at/all/", "en/nothing.html"):
        response = page.goto(site + wrong)
        assert response and response.status == 404
        assert page.title().startswith("404")
        assert page.evaluate("getComputedStyle(document.querySelector('.head-bar')).backgroundColor") != "rgba(0, 0, 0, 0)"
        page.click("section[lang=ru] a >> nth=0")
        page.wait_for_load_state("networkidle")
        assert page.url == site + "ru/"
    assert {fault for fault in faults if not fault.startswith(("404", "console: Failed to load resource"))} == set()


@pytest.mark.parametrize("width", WIDTHS)
def test_switching_the_language_on_a_chapter_lands_on_the_same_chapter(opened: Opener, site: str, width: int) -> None:
    page, _ = opened(width)
    page.goto(site + "strategy/role/")
    for language in ("ru", "en", "ky"):
        page.click(f".langs a[hreflang={language}]")
        page.wait_for_url(site + page_url("strategy/role", language), wait_until="load")
        assert page.evaluate("document.documentElement.lang") == language


def test_pages_are_whole_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(site + "ru/strategy/role/")
    for selector in ("h1", ".langs a[hreflang=ky]", ".menu a", ".doc-n a", "#mechanism", ".turn a", ".src a", ".foot a"):
        assert page.locator(selector).first.is_visible(), selector
    context.close()
