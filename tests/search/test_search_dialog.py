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
        ("", "jergiliktuu oz aldyncha bashkaruu", "terms/#self-government"),
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


def test_the_keyboard_is_enough(visit: Visit) -> None:
    visit.page.goto(visit.site + "news/")
    visit.page.keyboard.press("Control+k")
    visit.page.wait_for_selector("dialog.search[open]")
    assert visit.page.evaluate("document.activeElement.className") == "search-field"
    visit.type("стратегия")
    field = visit.page.locator("dialog .search-field")
    assert field.get_attribute("aria-expanded") == "true"
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    chosen = visit.page.locator("dialog [aria-selected=true]")
    assert (
        chosen.count() == 1
        and chosen.get_attribute("id") == field.get_attribute("aria-activedescendant") == "_search-1"
    )
    visit.page.keyboard.press("ArrowUp")
    target = visit.page.locator("dialog [aria-selected=true]").get_attribute("href")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(target)


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
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("dialog.search").is_hidden()
    assert visit.page.evaluate("document.activeElement.className") == "search-link"
    visit.page.keyboard.press("/")
    visit.page.wait_for_selector("dialog.search[open]")


def test_one_clear_button_appears_with_the_first_letter(visit: Visit) -> None:
    visit.open()
    clear = visit.page.locator("dialog .search-clear")
    assert visit.page.locator("dialog .search-field").get_attribute("type") == "text" and clear.is_hidden()
    visit.type("союз")
    clear.click()
    assert visit.page.input_value("dialog .search-field") == "" and clear.is_hidden()
    visit.page.wait_for_function("() => !document.querySelector('dialog .search-result')")
    assert visit.said() == interface_strings("ky")["hint"]


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
    assert interface_strings("ky")["names"] in offers and "ЖӨБ" in offers
    visit.page.click("dialog .search-offers a:has-text('ЖӨБ —')")
    visit.page.wait_for_function("() => document.querySelector('dialog .search-field').value === 'ЖӨБ'")
    visit.page.wait_for_selector("dialog mark:has-text('ЖӨБ')")
