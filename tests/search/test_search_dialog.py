"""Chromium types queries in three languages and lands on the right section."""

import re

import pytest

from portal.publication.search.index import interface_strings
from search.visit import Visit


@pytest.mark.parametrize(
    ("language", "query", "address"),
    [
        ("", "стратегиясынын абалы", "strategy/#status"),
        ("", "онугуунун куралы", "priorities/association/"),
        ("", "jergiliktuu oz aldyncha bashkaruu", "terms/#lsg"),
        ("", "жумушчу топтор", "terms/#working-group"),
        ("", "USAIDдин долбоору", "terms/#successful-aimak"),
        ("ru/", "общих собраний", "ru/terms/#general-meeting"),
        ("ru/", "рабочей группой", "ru/terms/#working-group"),
        ("ru/", "швейцарского управления", "ru/terms/#sdc"),
        ("en/", "municipal association's", "en/terms/#municipal-association"),
        ("en/", "working groups", "en/terms/#working-group"),
    ],
)
def test_a_query_lands_on_the_right_section(visit: Visit, language: str, query: str, address: str) -> None:
    visit.open(language + "strategy/role/")
    visit.type(query)
    found = visit.addresses()
    assert address in found[:5], found
    visit.page.click(f'dialog .search-result[href="{visit.site}{address}"]')
    visit.page.wait_for_load_state()
    assert visit.page.url == visit.site + address
    assert "#" not in address or visit.page.locator(f"#{address.partition('#')[2]}").is_visible()


def test_marks_stand_on_the_words_of_the_text_as_they_are_written(visit: Visit) -> None:
    visit.open()
    visit.type("онугуу")
    marks = {mark.inner_text().lower() for mark in visit.page.query_selector_all("dialog mark")}
    assert marks and all(mark.startswith("өнү") for mark in marks), marks


def focused(visit: Visit) -> str | None:
    """What has the focus: the address of a result, or the class of another element."""
    return visit.page.evaluate("document.activeElement.href || document.activeElement.className").removeprefix(
        visit.site
    )


@pytest.mark.parametrize("key", ["ArrowDown", "Tab"])
def test_the_keyboard_is_enough(visit: Visit, key: str) -> None:
    visit.page.goto(visit.site + "news/")
    visit.page.keyboard.press("Control+k")
    visit.page.wait_for_selector("dialog.search[data-ready]")
    assert focused(visit) == "search-field"
    visit.type("стратегия")
    found = visit.addresses()
    for _ in range(3 if key == "Tab" else 2):  # Tab passes the button that closes
        visit.page.keyboard.press(key)
    assert focused(visit) == found[1]
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("ArrowUp")
    assert focused(visit) == "search-field"
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(visit.site + found[0])


def test_enter_in_the_field_shows_results_and_opens_none(visit: Visit) -> None:
    visit.open("ru/")
    visit.type("стратегия")
    # Before the pause after which it would be asked by itself.
    visit.page.fill("dialog .search-field", "конфиденциальность")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("dialog .search-title:has-text('Конфиденциальность')")
    visit.page.keyboard.press("Enter")
    assert visit.page.url == visit.site + "ru/" and visit.page.locator("dialog.search").is_visible()
    assert "ru/terms/#strategy" not in visit.addresses()


def test_results_of_an_earlier_question_are_never_acted_on(visit: Visit) -> None:
    visit.open()
    visit.type("стратегия")
    visit.page.evaluate(
        """() => {
            const field = document.querySelector('dialog .search-field')
            field.value = 'дирекция'
            field.dispatchEvent(new Event('input'))
        }"""
    )
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    assert visit.page.url == visit.site
    visit.page.wait_for_selector("dialog .search-results:not([inert])", state="attached")
    assert "terms/#directorate" in visit.addresses()


def test_a_question_asked_before_the_search_has_loaded_is_answered_on_its_page(visit: Visit) -> None:
    visit.page.route(
        "**/search-box.js", lambda route: route.continue_() if "page.js" in route.request.headers["referer"] else None
    )
    visit.page.goto(visit.site + "ru/news/")
    visit.page.keyboard.press("/")
    visit.page.fill("dialog .search-field", "стратегия")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector(".search-page .search-result")
    assert visit.page.input_value(".search-page .search-field") == "стратегия"


def test_the_key_of_the_slash_opens_it_on_a_cyrillic_keyboard_too(visit: Visit) -> None:
    visit.page.goto(visit.site)
    for key, code, opened in ((".", "Period", False), (".", "Slash", True)):
        visit.page.evaluate(
            "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true}))",
            [key, code],
        )
        if opened:
            visit.page.wait_for_selector("dialog.search[open]")
        assert [url for url in visit.requests if "dialog.js" in url] == (
            [f"{visit.site}assets/search/dialog.js"] if opened else []
        )


def test_escape_closes_and_gives_the_focus_back(visit: Visit) -> None:
    visit.page.goto(visit.site)
    visit.page.focus(".search-link")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("dialog.search[open]")
    visit.page.wait_for_selector("dialog.search[data-ready]")
    visit.type("союз")
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("dialog.search").is_hidden()
    assert focused(visit) == visit.page.get_attribute(".search-link", "href")
    visit.page.keyboard.press("/")
    visit.page.wait_for_selector("dialog.search[open]")


def test_an_emptied_field_gives_the_hint_again(visit: Visit) -> None:
    visit.open()
    visit.type("союз")
    assert visit.addresses()
    visit.type("")
    assert visit.addresses() == [] and visit.said() == interface_strings("ky")["hint"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("", r"\d+ жыйынтык табылды"), ("ru/", r"Найдено? \d+ результат"), ("en/", r"\d+ results found")],
)
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
        visit.page.wait_for_function(
            "count => document.querySelectorAll('dialog .search-result').length === count", arg=shown
        )
        if shown < total:
            visit.page.click("dialog .search-more")
    assert total > 16 and len(set(visit.addresses())) == total and visit.page.locator(".search-more").count() == 0


@pytest.mark.parametrize(
    ("language", "slip", "meant"),
    [("", "долблор", "долбоор"), ("en/", "srategy", "strategy"), ("ru/", "yjdjcnb", "новости")],
)
def test_a_slip_is_corrected_and_what_was_typed_can_be_insisted_on(
    visit: Visit, language: str, slip: str, meant: str
) -> None:
    visit.open(language)
    visit.type(slip)
    strings = interface_strings(language[:2] or "ky")
    assert visit.said().startswith(strings["corrected"].replace("$shown", meant)) and visit.addresses()
    visit.page.get_by_role("link", name=strings["instead"].replace("$query", slip)).click()
    visit.page.wait_for_function("() => !document.querySelector('dialog .search-result')")
    assert visit.said() == strings["none"].replace("$query", slip)


def test_where_nothing_is_found_ways_on_are_offered_and_no_other_language_loads(visit: Visit) -> None:
    visit.open()
    visit.type("встречи")
    visit.page.click("dialog .search-offers a:has-text('Сайттын бүт мазмуну')", trial=True)
    assert [url for url in visit.requests if "/index/ru/" in url or "/index/en/" in url] == []
    visit.page.click("dialog .search-offers a[hreflang=ru]")
    visit.page.wait_for_selector(".search-page .search-result")
    assert visit.page.url.startswith(visit.site + "ru/search/?q=")


def test_an_official_name_leads_to_the_readers_language(visit: Visit) -> None:
    visit.open()
    visit.type("местного самоуправления")
    offers = visit.page.inner_text("dialog .search-offers")
    assert interface_strings("ky")["names"] in offers and "ЖӨБ" in offers
    visit.page.click("dialog .search-offers a:has-text('ЖӨБ —')")
    visit.page.wait_for_function("() => document.querySelector('dialog .search-field').value === 'ЖӨБ'")
    visit.page.wait_for_selector("dialog mark:has-text('ЖӨБ')")
