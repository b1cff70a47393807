"""A chapter prints as a clean A4 document."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

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


def test_links_are_numbered_and_their_addresses_stand_at_the_end(printed: Printer) -> None:
    _, text = printed("strategy/situation/")
    assert "[1]" in text
    assert squeezed(f"{phrase('links', 'ky')} 1. https://example.org/strategy/role/#status") in squeezed(text)


def test_print_is_black_on_white_on_a_dark_screen_too(chromium: Browser, site: str) -> None:
    page = chromium.new_page(color_scheme="dark", reduced_motion="reduce")
    page.goto(site + "strategy/role/")
    page.emulate_media(media="print")
    colours = page.evaluate("""[...document.querySelectorAll('article *')].filter(e => e.checkVisibility() && e.innerText?.trim())
        .map(e => getComputedStyle(e).color)""")
    assert set(colours) <= {"rgb(0, 0, 0)", "rgb(34, 34, 34)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()
