"""Chromium meets the site: nothing from elsewhere, nothing failing, and the same chapter in another language."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from string import Template

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.page_kinds import OpenPage
from browser.watching import watch
from hosting import hosted
from portal.addresses import page_url
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase

PATHS = ("", "strategy/role", "news/2020-03-12-strategy-discussion", "terms")
WIDTHS = (390, 1280)

Opener = Callable[[int], tuple[Page, list[str]]]


@pytest.fixture
def opened(open_page: OpenPage, site: str) -> Iterator[Opener]:
    """Opens a watched page of a width."""
    with ExitStack() as watching:
        yield lambda width: (page := open_page(width), watching.enter_context(watch(page, site)))


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fetch_only_what_is_theirs_and_nothing_fails(opened: Opener, site: str, width: int) -> None:
    page, faults = opened(width)
    for path in PATHS:
        for language in LANGUAGES:
            page.goto(site + page_url(path, language))
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
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.header-bar')).backgroundColor")
            != "rgba(0, 0, 0, 0)"
        )
        for folded in page.locator(".lost-address[lang=ru]:not([open]) summary").all():
            folded.click()
        page.click(".lost-address[lang=ru] ul a >> nth=0")
        page.wait_for_url(site + "ru/")
    assert {fault for fault in faults if not fault.startswith(("404", "console: Failed to load resource"))} == set()


@pytest.mark.parametrize(
    "wrong",
    [
        "Strategy/Role",
        "strategy/role.html",
        "ky/ky/strategy/role/",
        "ru/ru/strategy/role/",
        "ru//strategy//role/",
        "en/strategy/role/index.htm",
        "STRATEGY/ROLE/).",
        "strategy/role.md",
    ],
)
def test_a_nearly_right_address_is_offered_its_page_in_the_readers_language(
    opened: Opener, site: str, wrong: str
) -> None:
    page, _ = opened(390)
    page.goto(f"{site}{wrong}#status")
    assert page.title().startswith("404")
    language = wrong[:2] if wrong[:3] in ("ru/", "en/") else "ky"
    links = page.locator(".suggestion:visible a")
    links.first.wait_for()
    assert links.evaluate_all("links => links.map(link => link.href)") == [
        f"{site}{page_url('strategy/role', language)}#status"
    ]
    assert language != "ru" or "Союза МСУ" in links.inner_text()


LOST = {
    "ru/strategy/rol": "ru/strategy/role/",
    "strategy/roles/": "strategy/role/",
    "en/startegy/role/": "en/strategy/role/",
    "news/2020-03-12": "news/2020-03-12-strategy-discussion/",
    "ru/news/2020-03-12-strategy-discussoin/": "ru/news/2020-03-12-strategy-discussion/",
    "ru/terms/psi": "ru/terms/#psi",
    "en/role/": "en/strategy/role/",
}


@pytest.mark.parametrize("wrong", LOST)
def test_a_slip_or_a_dropped_part_of_an_address_is_understood(opened: Opener, site: str, wrong: str) -> None:
    page, _ = opened(390)
    page.goto(site + wrong)
    links = page.locator(".suggestion:visible a")
    links.first.wait_for()
    assert links.evaluate_all("links => links.map(link => link.href)") == [site + LOST[wrong]]


def test_an_encoded_sign_of_a_section_leads_to_it(opened: Opener, site: str) -> None:
    page, _ = opened(390)
    page.goto(f"{site}ru/strategy/role/%23union")
    page.wait_for_url(f"{site}ru/strategy/role/#union")
    page.goto(f"{site}ru/strategy/role/%23nothing")
    page.locator(".suggestion:visible a").wait_for()
    assert page.url == f"{site}ru/strategy/role/%23nothing"


@pytest.mark.parametrize(
    ("path", "remembered", "language"),
    [("ru/x/", "en", "ru"), ("x/", "en", "en"), ("x/", "", "ky"), ("ky/x/", "ru", "ky")],
)
def test_the_language_of_the_address_else_the_one_chosen_last_comes_first(
    opened: Opener, site: str, path: str, remembered: str, language: str
) -> None:
    page, _ = opened(390)
    page.goto(site)
    page.evaluate("language => { localStorage.language = language }", remembered)
    page.goto(site + path)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.locator(".lost-address").first.get_attribute("lang") == language
    assert page.locator(".lost-address[open]").count() == page.locator(".site-header:visible").count() == 1
    assert (
        page.locator(".brand:visible b").inner_text()
        == {"ky": "ЖӨБ Союзу", "ru": "Союз МСУ", "en": "LSG Union"}[language]
    )
    page.fill(".lost-address[open] .search-field", "союз")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{page_url('search', language)}?q=*")


def test_an_address_that_is_like_none_is_offered_the_contents_alone(opened: Opener, site: str) -> None:
    page, _ = opened(390)
    with page.expect_response("**/assets/addresses/ky/pages.json") as answer:
        page.goto(f"{site}nothing/")
    answer.value.finished()
    assert page.locator(".suggestion:visible").count() == 0
    assert page.locator(".lost-address[lang=ky] .page-list a").count() == 6


@pytest.mark.parametrize("width", WIDTHS)
def test_the_language_menu_keeps_the_section_last_passed(opened: Opener, site: str, width: int) -> None:
    page, _ = opened(width)
    page.goto(site + "strategy/role/")
    page.evaluate("document.getElementById('status').scrollIntoView()")
    page.click(".language-links a[hreflang=ru]")
    page.wait_for_url(site + "ru/strategy/role/#status")
    page.goto(site + "strategy/role/")
    page.click(".language-links a[hreflang=en]")
    page.wait_for_url(site + "en/strategy/role/")


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        (
            "ky",
            (
                "Кыргыз Республикасынын Жергиликтүү өз алдынча башкаруулар Союзу. 2020–2025-жылдарга стратегия. 1-бөлүм. Муниципалдык бирикмелердин жана"
                " ЖӨБ Союзунун ролу (жаңылыктын негизинде, 2020-жылдын 12-марты), «Мыйзамдардагы статус» бөлүгү."
                " Жаңыртылган күнү: 2026-жылдын 22-ноябры. $link Кайрылган күнү: $figures"
            ),
        ),
        (
            "ru",
            (
                "Союз местных самоуправлений Кыргызской Республики. Стратегия на 2020–2025 годы. Глава 1. Роль муниципальных ассоциаций и Союза МСУ"
                " (из новости от 12 марта 2020 г.), раздел «Статус в законах». Обновлено: 22 ноября 2026 г."
                " $link Дата обращения: $figures"
            ),
        ),
        (
            "en",
            (
                "Union of Local Self-Governments of the Kyrgyz Republic. Strategy for 2020–2025. Chapter 1. The role of municipal associations and"
                " of the LSG Union (from the news item of 12 March 2020), section “Status in laws”. Last changed: 22 November 2026."
                " $link Accessed: $words"
            ),
        ),
    ],
)
def test_a_section_gives_its_link_and_its_citation(chromium: Browser, site: str, language: str, cited: str) -> None:
    context = chromium.new_context(
        permissions=["clipboard-read", "clipboard-write"],
        viewport={"width": 390, "height": 900},
        timezone_id="Asia/Bishkek",
    )
    page = context.new_page()
    page.clock.install(time="2027-01-05T20:00:00Z")
    page.goto(site + page_url("strategy/role", language))
    control = page.locator(".section-heading:has(#status) .permalink-control")
    control.locator("summary").focus()
    page.keyboard.press("Enter")
    link = "https://example.org/go/strategy/role/#status"
    citation = Template(cited).substitute(link=link, figures="06.01.2027", words="6 January 2027")
    for number, text in ((0, link), (1, citation)):
        control.locator(".copy-button").nth(number).focus()
        page.keyboard.press("Enter")
        answer = control.get_by_role("status").nth(number)
        expect(answer).to_have_text(phrase("copied", language))
        assert page.evaluate("navigator.clipboard.readText()") == text
        page.clock.run_for(5000)
        expect(answer).to_have_text("")
    context.close()


def test_where_the_browser_may_not_copy_the_text_is_selected_and_readers_are_told(chromium: Browser, site: str) -> None:
    page = chromium.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false")
    with watch(page, site) as faults:
        page.goto(site + "en/strategy/role/")
        control = page.locator(".section-heading:has(#status) .permalink-control")
        control.locator("summary").click()
        control.locator(".copy-button").first.click()
        expect(control.get_by_role("status").first).to_have_text(phrase("copy_refused", "en"))
        assert page.evaluate("String(getSelection())") == "https://example.org/go/strategy/role/#status"
        assert faults == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_switching_the_language_on_a_chapter_lands_on_the_same_chapter(opened: Opener, site: str, width: int) -> None:
    page, _ = opened(width)
    page.goto(site + "strategy/role/")
    for language in ("ru", "en", "ky"):
        page.click(f".language-links a[hreflang={language}]")
        page.wait_for_url(site + page_url("strategy/role", language), wait_until="load")
        assert page.evaluate("document.documentElement.lang") == language


def test_pages_are_whole_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(site + "ru/strategy/role/")
    for selector in (
        "h1",
        ".language-links a[hreflang=ky]",
        ".menu a",
        ".document-contents a",
        "#mechanism",
        ".previous-next a",
        ".sources a",
        ".site-footer a",
    ):
        assert page.locator(selector).first.is_visible(), selector
    context.close()


def test_the_site_works_below_its_host_too(chromium: Browser, built_below: Path) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    with hosted(built_below, "/a/b/") as site, watch(page, site) as faults:
        page.goto(site)
        page.click(".contents-list a >> nth=0")
        page.wait_for_url(f"{site}strategy/role/")
        page.click(".language-links a[hreflang=en]")
        page.wait_for_url(f"{site}en/strategy/role/")
        page.goto(f"{site}go/strategy/directions/#list")
        page.wait_for_url(f"{site}en/priorities/#list")
        page.goto(f"{site}strategy/directions/#list")
        page.wait_for_url(f"{site}priorities/#list")
        page.keyboard.press("/")
        page.fill("dialog .search-field", "жумушчу топтор")
        page.click(f'dialog .search-result[href="{site}terms/#working-group"]')
        page.wait_for_url(f"{site}terms/#working-group")
        assert faults == []
        page.goto(f"{site}Strategy/Role#status")
        page.locator(".suggestion:visible a").first.wait_for()
        assert page.locator(".suggestion:visible a").evaluate_all("links => links.map(link => link.href)") == [
            f"{site}en/strategy/role/#status"
        ]
    page.close()
