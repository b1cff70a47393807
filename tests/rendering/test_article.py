"""The text of a page is dressed without losing any of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.rendering.article.article import note_links, wrap_pictures, wrap_tables
from portal.rendering.article.headings import number_sections

HERE = "https://example.org/strategy/role/"


def test_a_table_stands_once_in_a_named_frame_that_the_keyboard_reaches() -> None:
    article = LexborHTMLParser("<p>а</p><table><tr><td><a href='x/'>б</a></td></tr></table><p>в</p>")
    wrap_tables(article, "ky")
    frame = article.css_first("div.table")
    assert (frame.attributes["role"], frame.attributes["tabindex"], frame.attributes["aria-label"]) == ("region", "0", "Таблица 1")
    assert len(article.css("table")) == 1 and frame.css_first("table")
    assert article.body.text() == "абв"


def test_a_picture_keeps_its_words_beside_it() -> None:
    article = LexborHTMLParser('<p><img src="a.png" alt="«Сүрөт»"></p>')
    wrap_pictures(article)
    assert article.css_first(".pic").attributes["data-alt"] == "«Сүрөт»"
    assert len(article.css("img")) == 1


@pytest.mark.parametrize(("chapter", "labels"), [(2, ["2.1", "2.1.1", "2.1.2", "2.2", "2.2.1"]), (None, ["§"] * 5)])
def test_sections_are_numbered_in_chapters_and_signed_elsewhere(chapter: int | None, labels: list[str]) -> None:
    html = "".join(f'<h{level} id="s{place}">Т <b>{place}</b></h{level}>' for place, level in enumerate((2, 3, 3, 2, 3)))
    article = LexborHTMLParser(html)
    number_sections(article, chapter, "ky")
    links = article.css("a.no")
    assert [link.text() for link in links] == labels
    assert [link.attributes["href"] for link in links] == [f"#s{place}" for place in range(5)]
    assert "«Т 0»" in links[0].attributes["title"]


def test_links_are_noted_for_print_once_an_address() -> None:
    article = LexborHTMLParser('<p><a href="../review/">а</a> <a href="#b">б</a> <a href="https://x.example/">в</a> <a href="../review/">г</a></p>')
    note_links(article, HERE, "ky")
    assert [mark.text() for mark in article.css("sup.print-only")] == ["[1]", "[2]", "[1]"]
    assert [line.text() for line in article.css(".notes li")] == ["https://example.org/strategy/review/", "https://x.example/"]


def test_a_text_without_links_gets_no_notes() -> None:
    article = LexborHTMLParser("<p>а</p>")
    note_links(article, HERE, "ky")
    assert article.body.inner_html == "<p>а</p>"
