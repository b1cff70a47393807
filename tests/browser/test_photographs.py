"""Photographs on a phone, in Chromium."""

from pathlib import Path

from browser.page_kinds import OpenPage
from hosting import hosted
from publication.photograph_project import NEWS

SHIFT = """() => new Promise(done => {
    new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
        .observe({type: 'layout-shift', buffered: true})
    setTimeout(done, 300, 0) })"""


def test_a_phone_loads_the_narrow_photograph_and_nothing_moves(open_page: OpenPage, rich_site: Path) -> None:
    page = open_page(390)
    with hosted(rich_site) as site:
        page.goto(site + NEWS + "/", wait_until="networkidle")
        first = page.locator(".picture img").first
        assert first.evaluate("image => image.currentSrc").endswith("turned.jpg.400.webp")
        assert page.locator(".picture img").last.evaluate("image => image.currentSrc") in ("", page.url)
        for image in page.locator(".picture img").all():
            image.scroll_into_view_if_needed()
        page.wait_for_function(
            "[...document.querySelectorAll('.picture img')].every(image => image.complete && image.naturalWidth)"
        )
        assert page.evaluate(SHIFT) == 0
        assert first.evaluate("image => Math.round(image.getBoundingClientRect().height / image.width * 300)") == 400
        assert page.evaluate("document.documentElement.scrollWidth") == 390
