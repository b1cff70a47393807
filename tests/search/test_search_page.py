"""What pages carry for the search, the page that can be linked, small screens and axe."""

import gzip
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from browser.page_kinds import OpenPage
from browser.test_accessibility import COLOURS, findings
from portal.rendering.page_assets import SCRIPTS, minified_script
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
    assert visit.page.get_attribute(".language-links a[hreflang=en]", "href").endswith(
        "/en/search/?q=" + quote("стратегиями")
    )
    visit.page.fill(".search-page .search-field", "")
    visit.page.wait_for_function("() => !location.search && !document.querySelector('.search-contents').hidden")


def test_where_nothing_is_found_the_contents_stay_in_view(visit: Visit) -> None:
    visit.page.goto(visit.site + "ru/search/")
    visit.page.fill(".search-page .search-field", "ъъъъ")
    visit.page.click(".search-page button")
    visit.page.wait_for_selector(".search-page .search-offers a[hreflang=en]")
    assert visit.page.locator(".search-contents h3").count() > 3 and visit.page.locator(".search-contents").is_visible()


def test_the_words_found_are_marked_in_the_page_that_opens(visit: Visit) -> None:
    visit.open("news/")
    visit.type("муниципалитеттердин")
    address = "terms/#municipality"
    visit.page.click(f'dialog .search-result[href="{visit.site}{address}"]')
    visit.page.wait_for_selector("article mark")
    marked = {mark.lower() for mark in visit.page.locator("article mark").all_inner_texts()}
    assert marked and all(mark.startswith("муниципалитет") for mark in marked), marked
    assert visit.page.url == visit.site + address
    visit.page.reload()
    assert visit.page.locator("article mark").count() == 0


def test_words_found_on_the_very_page_are_marked_there(visit: Visit) -> None:
    for query, word in (("дирекция", "дирекция"), ("жумушчу топ", "жумушчу")):
        visit.open("terms/") if query == "дирекция" else visit.page.keyboard.press("/")
        visit.type(query)
        visit.page.locator("dialog .search-result[href*='/terms/#']").first.click()
        visit.page.wait_for_function(
            "word => [...document.querySelectorAll('article mark')].some(mark => mark.textContent.toLowerCase().startsWith(word))",
            arg=word,
        )
    assert not [m for m in visit.page.locator("article mark").all_inner_texts() if m.lower().startswith("дирек")]


def test_pointing_at_the_search_begins_to_load_all_that_the_first_question_needs(visit: Visit) -> None:
    for language in ("", "ru/"):
        visit.page.goto(visit.site + language)
        visit.requests.clear()
        with visit.page.expect_event("requestfinished", lambda request: ".pf_index" in request.url):
            visit.page.hover(".search-link")
        first = {url for url in visit.requests if "assets/search/" in url}
        visit.page.keyboard.press("/")
        visit.page.wait_for_selector("dialog.search[data-ready]")
        visit.type("стратегия")
        later = {url.rpartition("/")[2] for url in set(visit.requests) - first if "assets/search/" in url}
        assert {name for name in later if not name.endswith(".pf_fragment")} <= {
            "search.css",
            "did-you-mean.js",
            "names.json",
        }, later


@pytest.mark.parametrize(("width", "is_field"), [(959, False), (960, True)])
def test_the_way_to_the_search_is_seen(visit: Visit, width: int, is_field: bool) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.page.goto(visit.site)
    link = visit.page.locator(".search-link")
    assert link.locator("svg").is_visible() and link.inner_text().strip()
    assert (link.bounding_box()["width"] > 200) is is_field
    assert (link.evaluate("link => getComputedStyle(link).borderTopStyle") == "solid") is is_field


def test_the_field_takes_the_width_of_a_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 640})
    visit.open()
    assert visit.page.locator("dialog .search-field").bounding_box()["width"] > 300
    assert (
        visit.page.locator(".vision-toggle").get_attribute("aria-label")
        or visit.page.locator(".vision-toggle span").text_content()
    )


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
    script = minified_script(SCRIPTS / "search-opener.js")
    assert f">{script}</script>" in html and len(script) < 1150
    assert len(gzip.compress(html[html.index('<dialog class="search"') : html.index("</dialog>")].encode())) < 1000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_search(open_page: OpenPage, site: str, scheme: str) -> None:
    page = open_page(1280, color_scheme=scheme)
    visit = Visit(page, site)
    visit.open()
    for query in ("", "стратегия", "долблор", "местное самоуправление"):
        visit.type(query)
        assert findings(page, options=COLOURS if scheme == "dark" else None) == [], query
