"""The table of all links can be searched and copied from; without scripts it is whole."""

from playwright.sync_api import Browser, expect

from browser.page_kinds import OpenPage
from portal.wording.phrases import phrase

SHOWN = ".permalink-table tbody tr:not([hidden])"


def test_the_field_leaves_the_rows_with_its_words_below_their_page(open_page: OpenPage, site: str) -> None:
    page = open_page(390)
    page.goto(site + "about/links/")
    rows = page.locator(SHOWN)
    whole = rows.count()
    field, answer = page.locator(".table-filter input"), page.locator(".table-filter output")
    field.fill("role/#STATUS")
    expect(rows).to_have_count(2)
    assert rows.first.locator("td a").inner_text() == "/go/strategy/role/"
    expect(answer).to_have_text(f"{phrase('links_found', 'ky')} 1")
    field.fill("союздун оз кудуретин кучотуу")
    part = page.locator(".permalink-table tbody:has([href$='go/priorities/capacity/']) tr")
    assert rows.all_inner_texts() == part.all_inner_texts() != []
    field.fill("кучотуу nothing")
    expect(rows).to_have_count(0)
    field.fill("")
    expect(rows).to_have_count(whole)
    expect(answer).to_have_text("")


def test_an_address_is_copied_as_its_link_leads(chromium: Browser, site: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + "en/about/links/")
    row = page.locator("tr:has([href$='go/strategy/role/#status'])")
    row.get_by_role("button").click()
    expect(row.get_by_role("status")).to_have_text(phrase("copied", "en"))
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}go/strategy/role/#status"
    context.close()


def test_without_scripts_the_table_is_whole_and_has_no_controls(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "ru/about/links/")
    assert page.locator(SHOWN).count() > 50
    assert not page.locator(".table-filter").is_visible()
    assert page.locator(".copy-button:visible").count() == 0
    context.close()
