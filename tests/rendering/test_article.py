"""The text of a page is dressed without losing any of it."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs
from portal.content.mending.page_files import read_page
from portal.content.reading.pages import Page
from portal.rendering.article.article import name_footnotes, note_links, wrap_tables
from portal.rendering.article.assets import wrap_pictures
from portal.rendering.article.headings import complete_headings
from portal.rendering.context import corrected
from portal.rendering.page_view import LanguageEdition, PageView
from portal.wording.phrases import phrase

HERE = "https://example.org/strategy/role/"


def view(path: str) -> PageView:
    """A page of a site with two chapters, in Kyrgyz."""

    def page(path: str) -> Page:
        found, _ = read_page(Path(f"docs/ky/{path}.md"), sample_docs.PAGE.encode())
        assert found is not None
        return found

    paths = ["strategy/first", "strategy/second", "about/union"]
    edition = sample_docs.edition_of(map(page, paths), order=paths)
    return LanguageEdition(edition, "https://example.org/", "ky").page(path)


def test_a_table_stands_once_in_a_named_frame_that_the_keyboard_reaches() -> None:
    article = LexborHTMLParser("<p>а</p><table><tr><td><a href='x/'>б</a></td></tr></table><p>в</p>")
    wrap_tables(article, "ky")
    frame = article.css_first("div.table-scroll")
    assert (frame.attributes["role"], frame.attributes["tabindex"], frame.attributes["aria-label"]) == (
        "region",
        "0",
        "Таблица 1",
    )
    assert len(article.css("table")) == 1 and frame.css_first("table")
    assert article.body.text() == "абв"


def test_a_picture_keeps_its_words_beside_it() -> None:
    article = LexborHTMLParser('<p><img src="a.png" alt="«Сүрөт»"></p>')
    wrap_pictures(article, view("strategy/second"))
    assert article.css_first(".picture").attributes["data-alt"] == "«Сүрөт»"
    assert len(article.css("img")) == 1


@pytest.mark.parametrize(
    ("path", "labels"),
    [("strategy/second", ["2.1", "2.1.1", "2.1.2", "2.2", "2.2.1"]), ("about/union", [])],
)
def test_sections_are_numbered_in_chapters_alone(path: str, labels: list[str]) -> None:
    html = "".join(
        f'<h{level} id="s{place}">Т <b>{place}</b></h{level}>' for place, level in enumerate((2, 3, 3, 2, 3))
    )
    article = LexborHTMLParser(html)
    complete_headings(article, view(path))
    assert [number.text() for number in article.css(".section-number")] == labels


def test_a_section_has_one_control_with_its_link() -> None:
    article = LexborHTMLParser('<h2 id="first">Т <b>1</b></h2><h3 id="second">Т 2</h3>')
    complete_headings(article, view("about/union"))
    controls = article.css(".section-heading > .permalink-control")
    assert [control.css_first("summary").attributes["title"] for control in controls] == [
        phrase("take_section", "ky", section=title) for title in ("Т 1", "Т 2")
    ]
    for control, name in zip(controls, ("first", "second"), strict=True):
        link = control.css_first("a")
        assert link.text() == link.attributes["href"] == f"https://example.org/go/about/union/#{name}"


def test_links_are_noted_for_print_once_an_address() -> None:
    article = LexborHTMLParser(
        '<p><a href="../review/">а</a> <a href="#b">б</a> <a href="https://x.example/">в</a> <a href="../review/">г</a></p>'
    )
    note_links(article, HERE, "ky")
    assert [mark.text() for mark in article.css("sup.print-only")] == ["[1]", "[2]", "[1]"]
    assert [line.text() for line in article.css(".printed-links li")] == [
        "https://example.org/strategy/review/",
        "https://x.example/",
    ]


def test_a_text_without_links_gets_no_notes() -> None:
    article = LexborHTMLParser("<p>а</p>")
    note_links(article, HERE, "ky")
    assert article.body.inner_html == "<p>а</p>"


def test_a_corrected_news_item_says_since_when() -> None:
    def line(path: str, language: str) -> str:
        text = "---\ntitle: x\ndescription: x\nupdated: 2020-04-05\n---\n"
        page, _ = read_page(Path(f"docs/ky/{path}.md"), text.encode())
        assert page is not None
        return corrected(LanguageEdition(sample_docs.edition_of([page]), "https://example.org/", language).page(path))

    assert line("news/2020-03-12-trial", "en") == "Corrected on 5 April 2020"
    assert line("news/2020-03-12-trial", "ru") == "Исправлено: 5 апреля 2020 г."
    assert line("strategy/role", "en") == ""


def test_the_way_back_from_a_footnote_is_named_in_the_readers_language() -> None:
    article = LexborHTMLParser('<p><a class="footnote-backref" href="#fnref:1" title="Jump back">↩</a></p>')
    name_footnotes(article, "ky")
    assert article.css_first("a").attributes["title"] == "Текстке кайтуу"
