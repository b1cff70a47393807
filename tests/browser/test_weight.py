"""Pages are light: what a first view costs, counted and not timed."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request

KB = 1000
TYPES = {
    "home": "",
    "strategy": "strategy/",
    "chapter": "strategy/situation/",
    "priorities": "priorities/",
    "task": "priorities/capacity/",
    "news": "news/",
    "news item": "news/2020-03-12-strategy-discussion/",
    "plain page": "about/linking/",
    "terms": "terms/",
    "status": "status/",
    "search": "search/",
    "not found": "nothing/here/",
}
LANGUAGES = ("", "ru/", "en/")
SHIFTS = """() => new Promise(done => { let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value)).observe({type: "layout-shift", buffered: true})
    setTimeout(() => done(sum), 200) })"""


@pytest.fixture(scope="module", params=[390, 1280])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


def first_view(page: Page, url: str) -> list[Request]:
    """The requests of a cold first view."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    requests: list[Request] = []

    def keep(request: Request) -> None:
        requests.append(request)

    page.on("requestfinished", keep)
    page.goto(url, wait_until="networkidle")
    page.remove_listener("requestfinished", keep)
    return requests


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_a_first_view_is_light(page: Page, site_at_root: str, kind: str, language: str) -> None:
    requests = first_view(page, site_at_root + language + TYPES[kind])
    sizes = {request.url: request.sizes()["responseBodySize"] for request in requests}
    article = page.evaluate("(document.querySelector('article') || document.body).innerText")
    own_text = len(gzip.compress(article.encode()))
    assert sum(sizes.values()) - own_text <= 40 * KB, sizes
    assert len(requests) <= 7
    assert [request.url for request in requests if request.resource_type == "script"] == []
    blocking = [request for request in requests if request.resource_type in ("stylesheet", "script", "font")]
    assert sum(request.sizes()["responseBodySize"] for request in blocking) <= 28 * KB
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_little_is_written_into_the_page_as_script(page: Page, site_at_root: str, kind: str, language: str) -> None:
    page.goto(site_at_root + language + TYPES[kind])
    inline = page.evaluate("[...document.scripts].filter(s => !s.src).map(s => s.text).join('')")
    handlers = page.evaluate("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')).length")
    assert 0 < len(inline.encode()) <= (4 if kind in ("search", "not found") else 2) * KB
    assert handlers == 0
