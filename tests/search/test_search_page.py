"""What pages carry for the search, the page that can be linked, small screens and axe."""

import gzip
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from portal.rendering.page_assets import inline_script
from search.visit import Visit


def test_nothing_of_the_search_loads_before_it_is_opened(visit: Visit) -> None:
    visit.page.goto(visit.site)
    visit.page.evaluate("new Promise(requestIdleCallback)")
    assert [url for url in visit.requests if "search" in url] == []
    visit.page.click(".search-link")
    visit.page.wait_for_selector("dialog.search[open]")
    assert any("assets/search/dialog.js" in url for url in visit.requests)


def test_all_fits_a_screen_of_320(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    visit.open()
    for query in ("стратегиясынын", "ж" * 40 + " " + "ъ" * 39):
        visit.type(query)
        assert visit.page.evaluate(
            "document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"
        )
        assert visit.page.evaluate("document.querySelector('dialog').getBoundingClientRect().right") <= 320
        small = "[...document.querySelectorAll('dialog :is(button, input, .search-result)')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 24)"
        assert visit.page.evaluate(f"{small}.length") == 0


def test_the_page_of_search_can_be_linked(visit: Visit) -> None:
    visit.page.goto(visit.site + "ru/search/?q=стратегиями")
    visit.page.wait_for_selector(".search-page .search-result")
    assert visit.page.input_value(".search-page .search-field") == "стратегиями"
    assert visit.page.locator(".search-contents").is_hidden()
    assert visit.page.locator(".search-page [role=option]").count() == 0
    visit.page.fill(".search-page .search-field", "")
    visit.page.wait_for_function("() => !location.search && !document.querySelector('.search-contents').hidden")


def test_without_script_the_page_of_search_lists_all_contents(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.click(".search-link")
    page.wait_for_load_state()
    assert page.url == site + "search/"
    assert page.locator(".search-contents a").count() > 10 and page.locator(".search-page").is_hidden()
    context.close()


def test_what_ordinary_pages_carry_for_the_search_is_small(built: Path) -> None:
    html = (built / "strategy/role/index.html").read_text(encoding="utf-8")
    script = inline_script("search-opener.js")
    assert script in html and len(script) < 750
    assert len(gzip.compress(html[html.index('<dialog class="search"') : html.index("</dialog>")].encode())) < 900


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_search(chromium: Browser, site: str, scheme: str) -> None:
    page = chromium.new_page(color_scheme=scheme)
    visit = Visit(page, site)
    visit.open()
    for query in ("", "стратегия", "долблор", "местное самоуправление"):
        visit.type(query)
        violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]] == [], query
    page.close()
