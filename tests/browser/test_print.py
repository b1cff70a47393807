"""A chapter prints as a clean A4 document."""

import io
import re
from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, expect
from pypdf import PageObject, PdfReader

from portal.wording.phrases import phrase

MILLIMETRE = 72 / 25.4
Printer = Callable[[str], tuple[PdfReader, str]]


@pytest.fixture
def printed(chromium: Browser, site: str) -> Printer:
    """Prints a page; gives the PDF and its text with all white space single."""

    def print_page(path: str) -> tuple[PdfReader, str]:
        page = chromium.new_page(color_scheme="dark")
        page.goto(site + path)
        document = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        page.close()
        return document, " ".join(" ".join(sheet.extract_text() for sheet in document.pages).split())

    return print_page


def squeezed(text: str) -> str:
    """A text without the breaks that printing may put into long words and addresses."""
    return re.sub(r"\s", "", text)


def lines(sheet: PageObject) -> list[str]:
    """The lines of a sheet from top to bottom, without the number of the sheet."""
    found: dict[int, str] = {}

    def add(text: str, place: list[float], line: list[float], *_: object) -> None:
        height = round(line[5] * place[3] + place[5])
        if text.strip() and height > 20 * MILLIMETRE:
            found[height] = found.get(height, "") + text

    sheet.extract_text(visitor_text=add)
    return [found[height] for height in sorted(found, reverse=True)]


@pytest.mark.parametrize(
    ("path", "language"),
    [("strategy/situation/", "ky"), ("ru/strategy/situation/", "ru"), ("en/strategy/situation/", "en")],
)
def test_a_chapter_prints_with_its_address_date_and_page_numbers_and_without_menus(
    printed: Printer, path: str, language: str
) -> None:
    document, text = printed(path)
    sheets = len(document.pages)
    for sheet in document.pages:
        assert (round(sheet.mediabox.width / MILLIMETRE), round(sheet.mediabox.height / MILLIMETRE)) == (210, 297)
    assert f"1 / {sheets}" in text
    assert squeezed(f"https://example.org/{path}") in squeezed(text)
    assert phrase("page_date", language) in text
    for absent in ("search", "vision", "propose_change", "next", "in_chapter"):
        assert phrase(absent, language) not in text, absent


@pytest.mark.parametrize("language", ["", "ru/", "en/"])
def test_no_heading_ends_a_sheet(chromium: Browser, site: str, language: str) -> None:
    page = chromium.new_page()
    for path in ("strategy/situation/", "priorities/", "about/linking/", "terms/"):
        page.goto(site + language + path)
        headings = {
            squeezed(text) for text in page.locator("article :is(h1, h2, h3, h4, .sources p)").all_text_contents()
        }
        last_of = [lines(sheet)[-1] for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[:-1]]
        assert [line for line in last_of if any(heading.endswith(squeezed(line)) for heading in headings)] == [], path
    page.close()


def test_links_are_numbered_and_their_addresses_stand_at_the_end(printed: Printer) -> None:
    _, text = printed("strategy/situation/")
    assert "[1]" in text
    assert squeezed(f"{phrase('links', 'ky')} 1. https://example.org/strategy/role/#status") in squeezed(text)


@pytest.mark.parametrize(("path", "link"), [("ru/strategy/role/", "strategy/role/"), ("terms/", "terms/")])
def test_the_code_of_a_page_leads_to_its_permalink_on_paper_and_in_its_control(
    chromium: Browser, site: str, path: str, link: str
) -> None:
    page = chromium.new_page(device_scale_factor=2, color_scheme="dark")
    page.goto(site + path)
    page.locator(".page-foot .permalink-control summary").click()
    _expect_code(page.locator(".page-foot .qr-code"), link)
    page.emulate_media(media="print")
    _expect_code(page.locator(".imprint .qr-code"), link)
    page.close()


def test_the_code_of_a_page_is_fetched_only_when_it_is_printed_or_opened(chromium: Browser, site: str) -> None:
    page, asked = chromium.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(site + "strategy/role/", wait_until="networkidle")
    assert "go/strategy/role/_page.svg" not in asked
    page.pdf()
    assert "go/strategy/role/_page.svg" in asked
    page.close()


def _expect_code(shown: Locator, link: str) -> None:
    """The code is drawn, and a reader finds the permalink in it."""
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(shown.screenshot())))
    assert [code.text for code in codes] == [f"https://example.org/go/{link}"]


def test_print_is_black_on_white_on_a_dark_screen_too(chromium: Browser, site: str) -> None:
    page = chromium.new_page(color_scheme="dark", reduced_motion="reduce")
    page.goto(site + "strategy/role/")
    page.emulate_media(media="print")
    colours = page.evaluate("""[...document.querySelectorAll('article *')].filter(e => e.checkVisibility() && e.innerText?.trim())
        .map(e => getComputedStyle(e).color)""")
    assert set(colours) <= {"rgb(0, 0, 0)", "rgb(34, 34, 34)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()
