"""Chromium types queries in three languages and lands on the right section; what goes wrong is told calmly."""

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hosting import hosted
from playwright.sync_api import Browser, BrowserContext, Page

from portal.search.interface import words


@dataclass
class Visit:
    """A page of a reader, what it asked for, and what should not have happened."""

    page: Page
    site: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> None:
        self.page.goto(self.site + path, wait_until="networkidle")
        self.requests.clear()
        self.page.keyboard.press("/")
        self.page.wait_for_selector("dialog.search[open]")

    def type(self, query: str) -> None:
        """Fill the field and wait until the search has answered."""
        self.page.fill("dialog .search-field", query)
        language = self.page.evaluate("document.documentElement.lang")
        waiting = [words(language)[key] for key in ("waiting",)]
        before = "" if not query.strip() else words(language)["hint"]
        self.page.wait_for_function(
            "([waiting, before]) => { const said = document.querySelector('dialog .search-status').textContent;"
            " return said && said !== before && !waiting.includes(said) }", arg=[waiting, before],
        )
        self.page.wait_for_timeout(400)

    def said(self) -> str:
        return self.page.inner_text("dialog .search-status")

    def addresses(self) -> list[str]:
        return [link.get_attribute("href").removeprefix(self.site) for link in self.page.query_selector_all("dialog .search-result")]


@pytest.fixture
def place(built: Path, prefix: str, site: str) -> tuple[Path, str, str]:
    """The folder, the prefix and the address of the site."""
    return built, prefix, site


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


def visit_of(context: BrowserContext, site: str) -> Visit:
    visit = Visit(context.new_page(), site)
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("console", lambda message: visit.faults.append(message.text))
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    return visit


@pytest.fixture
def visit(context: BrowserContext, place: tuple[Path, str, str]) -> Iterator[Visit]:
    visit = visit_of(context, place[2])
    yield visit
    assert visit.faults == []


@pytest.mark.parametrize(("language", "query", "address"), [
    ("", "стратегиясынын абалы", "strategy/#status"),
    ("", "онугуунун куралы", "priorities/association/"),
    ("", "jergiliktuu oz aldyncha bashkaruu", "terms/#self-government"),
    ("", "жумушчу топтор", "terms/#working-group"),
    ("", "USAIDдин долбоору", "terms/#successful-aimak"),
    ("ru/", "общих собраний", "ru/terms/#general-meeting"),
    ("ru/", "рабочей группой", "ru/terms/#working-group"),
    ("ru/", "швейцарского управления", "ru/terms/#sdc"),
    ("en/", "municipal association's", "en/terms/#municipal-association"),
    ("en/", "working groups", "en/terms/#working-group"),
])
def test_a_query_lands_on_the_right_section(visit: Visit, language: str, query: str, address: str) -> None:
    visit.open(language + "strategy/role/")
    visit.type(query)
    found = visit.addresses()
    assert address in found[:5], found
    visit.page.click(f'dialog .search-result[href="{visit.site}{address}"]')
    visit.page.wait_for_load_state("networkidle")
    assert visit.page.url == visit.site + address
    assert "#" not in address or visit.page.locator(f"#{address.partition('#')[2]}").is_visible()


def test_nothing_of_the_search_loads_before_it_is_opened(visit: Visit) -> None:
    visit.page.goto(visit.site, wait_until="networkidle")
    assert [url for url in visit.requests if "search" in url] == []
    visit.page.click(".head-find")
    visit.page.wait_for_selector("dialog.search[open]")
    assert any("assets/search/dialog.js" in url for url in visit.requests)


def test_marks_stand_on_the_words_of_the_text_as_they_are_written(visit: Visit) -> None:
    visit.open()
    visit.type("онугуу")
    marks = {mark.inner_text().lower() for mark in visit.page.query_selector_all("dialog mark")}
    assert marks and all(mark.startswith("өнү") for mark in marks), marks


def test_the_keyboard_is_enough(visit: Visit) -> None:
    visit.page.goto(visit.site + "news/", wait_until="networkidle")
    visit.page.keyboard.press("Control+k")
    visit.page.wait_for_selector("dialog.search[open]")
    assert visit.page.evaluate("document.activeElement.className") == "search-field"
    visit.type("стратегия")
    field = visit.page.locator("dialog .search-field")
    assert field.get_attribute("aria-expanded") == "true"
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    chosen = visit.page.locator("dialog [aria-selected=true]")
    assert chosen.count() == 1 and chosen.get_attribute("id") == field.get_attribute("aria-activedescendant") == "_search-1"
    visit.page.keyboard.press("ArrowUp")
    target = visit.page.locator("dialog [aria-selected=true]").get_attribute("href")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(target)


def test_escape_closes_and_gives_the_focus_back(visit: Visit) -> None:
    visit.page.goto(visit.site, wait_until="networkidle")
    visit.page.focus(".head-find")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("dialog.search[open]")
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("dialog.search").is_hidden()
    assert visit.page.evaluate("document.activeElement.className") == "head-find"
    visit.page.keyboard.press("/")
    visit.page.wait_for_selector("dialog.search[open]")


def test_one_clear_button_appears_with_the_first_letter(visit: Visit) -> None:
    visit.open()
    clear = visit.page.locator("dialog .search-clear")
    assert visit.page.locator("dialog .search-field").get_attribute("type") == "text" and clear.is_hidden()
    visit.type("союз")
    clear.click()
    assert visit.page.input_value("dialog .search-field") == "" and clear.is_hidden()
    visit.page.wait_for_function("!document.querySelector('dialog .search-result')")
    assert visit.said() == words("ky")["hint"]


@pytest.mark.parametrize(("language", "said"), [("", r"\d+ жыйынтык табылды"), ("ru/", r"Найдено? \d+ результат"), ("en/", r"\d+ results found")])
def test_the_count_is_told_aloud_in_the_readers_language(visit: Visit, language: str, said: str) -> None:
    visit.open(language)
    visit.type({"": "стратегия", "ru/": "стратегия", "en/": "strategy"}[language])
    assert re.search(said, visit.said())
    assert visit.page.locator("dialog .search-status").get_attribute("role") == "status"


def test_the_rest_is_shown_when_asked_for(visit: Visit) -> None:
    visit.open()
    visit.type("стратегия")
    total = int(visit.said().split()[0])
    for shown in (*range(8, total, 8), total):
        visit.page.wait_for_function("count => document.querySelectorAll('dialog .search-result').length === count", arg=shown)
        if shown < total:
            visit.page.click("dialog .search-more")
    assert total > 16 and len(set(visit.addresses())) == total and visit.page.locator(".search-more").count() == 0


def test_a_slip_and_another_language_are_offered(visit: Visit) -> None:
    visit.open()
    visit.type("встречи")
    link = visit.page.locator("dialog .search-offers a[hreflang=ru]")
    assert link.inner_text().startswith("Русский (")
    link.click()
    visit.page.wait_for_selector(".search-page .search-result")
    assert visit.page.url.startswith(visit.site + "ru/search/?q=")
    visit.open()
    visit.type("долблор")
    visit.page.click("dialog .search-offers a:has-text('долбоор')")
    visit.page.wait_for_selector("dialog .search-result")


def test_an_official_name_leads_to_the_readers_language(visit: Visit) -> None:
    visit.open()
    visit.type("местного самоуправления")
    offers = visit.page.inner_text("dialog .search-offers")
    assert words("ky")["names"] in offers and "ЖӨБ" in offers
    visit.page.click("dialog .search-offers a:has-text('ЖӨБ —')")
    visit.page.wait_for_function("document.querySelector('dialog .search-field').value === 'ЖӨБ'")
    visit.page.wait_for_selector("dialog mark:has-text('ЖӨБ')")


@pytest.mark.parametrize(("query", "key"), [
    ("", "hint"), ("    ", "hint"), ("?!…—", "no_words"), ("💧🏔", "no_words"), ("ж" * 10_000, "no_words"),
    ("<img src=x onerror=alert(1)><b>ъъъъ</b>", "none"), ("ҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥ", "none"), ("$query $count ъъъ", "none"), ("\"«» ъъъ", "none"),
])
def test_an_odd_query_is_answered_calmly_and_nothing_is_injected(visit: Visit, query: str, key: str) -> None:
    visit.open()
    visit.page.evaluate("query => { const f = document.querySelector('dialog .search-field'); f.value = query; f.dispatchEvent(new Event('input')) }", query)
    start = words("ky")[key].partition("$")[0]
    visit.page.wait_for_function("start => document.querySelector('dialog .search-status').textContent.startsWith(start)", arg=start)
    visit.page.wait_for_timeout(600)
    assert visit.addresses() == []
    assert visit.page.locator("dialog :is(img, b, script)").count() == 0
    if key == "none":
        assert query[:20] in visit.said()


def test_all_fits_a_screen_of_320(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    visit.open()
    for query in ("стратегиясынын", "ж" * 40 + " " + "ъ" * 39):
        visit.type(query)
        assert visit.page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")
        assert visit.page.evaluate("document.querySelector('dialog').getBoundingClientRect().right") <= 320
        small = "[...document.querySelectorAll('dialog :is(button, input, .search-result)')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 24)"
        assert visit.page.evaluate(f"{small}.length") == 0


def test_the_page_of_search_can_be_linked(visit: Visit) -> None:
    visit.page.goto(visit.site + "ru/search/?q=стратегиями", wait_until="networkidle")
    visit.page.wait_for_selector(".search-page .search-result")
    assert visit.page.input_value(".search-page .search-field") == "стратегиями"
    assert visit.page.locator(".search-contents").is_hidden()
    assert visit.page.locator(".search-page [role=option]").count() == 0
    visit.page.fill(".search-page .search-field", "")
    visit.page.wait_for_function("!location.search && !document.querySelector('.search-contents').hidden")


def test_without_script_the_page_of_search_lists_all_contents(chromium: Browser, place: tuple[Path, str, str]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place[2])
    page.click(".head-find")
    page.wait_for_load_state()
    assert page.url == place[2] + "search/"
    assert page.locator(".search-contents a").count() > 10 and page.locator(".search-page").is_hidden()
    context.close()


# What happens to files that a host has lost, cut short or filled with a page of its own.
SPOILS: dict[str, Callable[[Path], object]] = {
    "lost": lambda file: file.unlink(),
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "another": lambda file: file.write_text("<!doctype html><p>Not this</p>", encoding="utf-8"),
}


@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize("pattern", [
    "ky/pagefind-entry.json", "ky/*.pf_meta", "ky/wasm.*", "ky/index/*", "ky/fragment/*", "pagefind.js", "kyrgyz.json", "ky/interface.json",
])
def test_a_missing_or_broken_index_is_told_calmly(context: BrowserContext, build_real: Callable[[str], Path], tmp_path: Path, pattern: str, spoil: str) -> None:
    folder = shutil.copytree(build_real("/"), tmp_path / "site")
    files = list((folder / "assets/search/index").glob(pattern))
    assert files
    for file in files:
        SPOILS[spoil](file)
    with hosted(folder) as site:
        visit = visit_of(context, site)
        visit.page.goto(site)
        visit.page.keyboard.press("/")
        visit.page.wait_for_selector("dialog.search[open]")
        visit.page.fill("dialog .search-field", "стратегия")
        broken = visit.page.get_attribute("dialog.search", "data-broken")
        visit.page.wait_for_function("text => document.querySelector('dialog .search-status').textContent === text", arg=broken)
        assert visit.addresses() == []
        # The browser itself notes a file that is not there; nothing else may be noted.
        assert [fault for fault in visit.faults if "404" not in fault] == []


def test_a_reader_without_connection_is_told_so(visit: Visit) -> None:
    visit.open()
    visit.type("союз")
    visit.page.context.set_offline(True)
    visit.page.fill("dialog .search-field", "институт")
    offline = visit.page.get_attribute("dialog.search", "data-offline")
    visit.page.wait_for_function("text => document.querySelector('dialog .search-status').textContent === text", arg=offline)
    visit.page.context.set_offline(False)
    visit.type("дирекция")
    assert visit.addresses()
    visit.faults[:] = [fault for fault in visit.faults if "ERR_INTERNET_DISCONNECTED" not in fault]


def test_what_ordinary_pages_carry_for_the_search_is_small(place: tuple[Path, str, str]) -> None:
    html = (place[0] / "strategy/role/index.html").read_text(encoding="utf-8")
    script = html.partition("<script>(d=>")[2].partition("</script>")[0]
    assert 0 < len(script) < 600
    assert len(gzip.compress(html[html.index('<dialog class="search"') : html.index("</dialog>")].encode())) < 900


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_search(chromium: Browser, site_at_root: str, scheme: str) -> None:
    page = chromium.new_page(color_scheme=scheme)
    visit = Visit(page, site_at_root)
    visit.open()
    for query in ("", "стратегия", "долблор", "местное самоуправление"):
        visit.type(query)
        violations = Axe().run(page).response["violations"]
        assert [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]] == [], query
    page.close()
