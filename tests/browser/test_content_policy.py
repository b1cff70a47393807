"""The policy of a page refuses nothing that the site does, and all that a hostile text would."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.page_kinds import KINDS, LANGUAGE_PREFIXES
from browser.watching import watch
from hosting import hosted
from portal.rendering.content_policy import PLACE, policy

TELL = "addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective, event.blockedURI))"
HOSTILE = """<script>document.title = "hacked"</script><script src="data:text/javascript,document.title='hacked'"></script>
<img src="x.png" onerror="document.title = 'hacked'"><svg onload="document.title = 'hacked'"></svg>
<a id="trap" href="javascript:document.title = 'hacked'">сөз</a><base href="https://evil.example/">
<iframe srcdoc="<script>parent.document.title = 'hacked'</script>"></iframe>
<form action="https://evil.example/"><button id="sent">сөз</button></form><object data="https://evil.example/"></object>"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader's browser that tells what a policy refuses."""
    context = chromium.new_context(locale="ru-RU", permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(TELL)
    yield context
    context.close()


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.fill("dialog .search-field", "союз")
    page.wait_for_selector("dialog .search-result mark")
    page.keyboard.press("Escape")


def use_controls(page: Page) -> None:
    """Take a link, switch low vision on and off, change the language."""
    control = page.locator(".page-foot .permalink-control")
    control.locator("summary").click()
    control.locator(".copy-button").first.click()
    page.click(".vision-toggle")
    page.click(".vision-toggle")
    page.click(".language-links a[hreflang=en]")
    page.wait_for_url("**/en/**")


def test_no_kind_of_page_meets_its_policy(context: BrowserContext, built_with_repository: Path) -> None:
    page = context.new_page()
    with hosted(built_with_repository) as site, watch(page, site) as faults:
        paths = (*KINDS.values(), "about/contributing/", "search/?q=союз")
        for language, path in zip(cycle(LANGUAGE_PREFIXES), paths, strict=False):
            page.goto(site + language + path)
        page.wait_for_selector(".search-page .search-result")
        for path in ("strategy/role/", "news/2020-03-12-strategy-discussion/"):
            page.goto(site + path)
            search(page)
            use_controls(page)
        page.goto(site + "en/about/markdown/")
        aligned = page.locator("th[align=right]").first.evaluate("cell => getComputedStyle(cell).textAlign")
        assert aligned.endswith("right")
        page.goto(site + "Strategy/Role")
        page.wait_for_selector(".suggestion a:visible")
    assert [fault for fault in faults if "404" not in fault] == []


def test_no_redirect_meets_its_policy(context: BrowserContext, moved_site: Path) -> None:
    page = context.new_page()
    with hosted(moved_site) as site, watch(page, site) as faults:
        for path, end in {
            "strategy/role/#status": "priorities/function/#status",
            "ky/strategy/role/": "priorities/function/",
            "go/strategy/role/#status": "ru/priorities/function/#status",
            "en/about/privacy/": "en/about/privacy/",
            "go/strategy/role/?list": "go/strategy/role/?list",
        }.items():
            page.goto(site + path)
            page.wait_for_url(site + end)
        assert faults == []


def hostile_copy(file: Path, folder: Path, change: Callable[[str], str]) -> Path:
    """A page of the site with hostile code in it."""
    html = change(file.read_text(encoding="utf-8")).replace("<h1", f"{HOSTILE}<h1", 1)
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


def test_a_hostile_text_runs_nothing_sends_nothing_and_embeds_nothing(
    context: BrowserContext, built: Path, tmp_path: Path
) -> None:
    page = context.new_page()
    with hosted(hostile_copy(built / "terms/index.html", tmp_path, str)) as site, watch(page, site) as faults:
        page.goto(site)
        page.click("#trap")
        page.click("#sent", no_wait_after=True)
        page.wait_for_timeout(100)
        assert page.title() != "hacked" and page.url == site
        refused = {fault.split()[1] for fault in faults if fault.startswith("console: ") and "-src" in fault.split()[1]}
        assert refused >= {"script-src-elem", "script-src-attr", "object-src"}
        assert not [fault for fault in faults if fault.startswith("outside")]


def test_without_a_policy_it_would(context: BrowserContext, built: Path, tmp_path: Path) -> None:
    html = (built / "terms/index.html").read_text(encoding="utf-8")
    written = PLACE.replace('""', f'"{policy(html)}"')
    assert written in html
    with hosted(hostile_copy(built / "terms/index.html", tmp_path, lambda text: text.replace(written, ""))) as site:
        page = context.new_page()
        page.goto(site)
        assert page.title() == "hacked"
