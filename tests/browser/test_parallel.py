"""The languages side by side in a browser: columns, rows by their ids, phones, paper."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from browser.page_kinds import OpenPage
from browser.test_accessibility import findings
from browser.test_layout import TOO_WIDE
from hosting import hosted
from portal.content.parallel import parallel_url
from publication.parallel_project import HARD

CELLS = """[...document.querySelectorAll('.parallel-section[id=one] > .parallel-cell')].filter(e => e.checkVisibility())
    .map(e => { const box = e.getBoundingClientRect(); return [e.lang, Math.round(box.left), Math.round(box.top)] })"""


@pytest.fixture(scope="module")
def hard_page(rich_site: Path) -> Iterator[str]:
    """The address of the page that is hard to show, for readers of English."""
    with hosted(rich_site) as address:
        yield address + parallel_url(HARD, "en")


def shown(page: Page) -> list[str]:
    return [language for language, _, _ in page.evaluate(CELLS)]


def test_columns_are_switched_off_and_on_without_scripts(chromium: Browser, hard_page: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hard_page)
    cell = page.locator("#one > .parallel-cell[lang=ru]")
    assert cell.is_visible()
    width = page.locator("#one > .parallel-cell[lang=ky]").bounding_box()["width"]
    page.uncheck("#_show-ru")
    assert not cell.is_visible()
    assert page.locator("#one > .parallel-cell[lang=ky]").bounding_box()["width"] > 1.3 * width
    page.check("#_show-ru")
    assert cell.is_visible()
    context.close()


def test_languages_stand_side_by_side_on_wide_screens_and_below_each_other_on_phones(
    open_page: OpenPage, hard_page: str
) -> None:
    for width in (390, 768, 1280):
        page = open_page(width)
        page.goto(hard_page)
        languages, lefts, tops = zip(*page.evaluate(CELLS), strict=True)
        assert languages == ("ky", "ru", "en")
        ways = (len(set(lefts)), len(set(tops)))
        assert ways == ((1, 3) if width == 390 else (3, 1)), width
        assert page.evaluate(TOO_WIDE) == [], width


@pytest.mark.parametrize("name", ["wide", "place", "ru.fn:1"])
def test_an_address_leads_to_its_row(open_page: OpenPage, hard_page: str, name: str) -> None:
    page = open_page(390)
    page.goto(f"{hard_page}#{name}")
    top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert 0 <= top < 900 and page.evaluate("scrollY") > 0


def test_switching_the_language_of_the_page_keeps_the_row(open_page: OpenPage, hard_page: str) -> None:
    page = open_page(390)
    page.goto(f"{hard_page}#russian-only")
    page.click(".language-links [hreflang=ru]")
    assert page.url.endswith(f"{parallel_url(HARD, 'ru')}#russian-only")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_hard_texts(open_page: OpenPage, hard_page: str, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(hard_page)
    assert findings(page) == []


def test_they_print_on_landscape_sheets_in_columns(chromium: Browser, hard_page: str) -> None:
    page = chromium.new_page(color_scheme="dark")
    page.goto(hard_page)
    page.uncheck("#_show-ky")
    document = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in document.pages:
        assert sheet.mediabox.width > sheet.mediabox.height
    text = " ".join(sheet.extract_text() for sheet in document.pages)
    assert "Проба" in text and "Trial" in text and "Сыноо" not in text
    page.emulate_media(media="print")
    assert shown(page) == ["ru", "en"] and len({top for _, _, top in page.evaluate(CELLS)}) == 1
    page.close()
