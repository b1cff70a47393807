"""Abbreviations are explained once in a page, endings included."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.content.glossary import Term
from portal.rendering.article.glossary_links import link_terms

TERMS = {"ЖӨБ": Term("ЖӨБ", "жергиликтүү өз алдынча башкаруу", "lsg"), "SDC": Term("SDC", "агенттик", "sdc")}


def linked(html: str) -> list[str]:
    article = LexborHTMLParser(html)
    link_terms(article, TERMS, "../terms/")
    return [node.text() for node in article.css("a.glossary-term")]


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<p>Бул ЖӨБ.</p>", ["ЖӨБ"]),
        ("<p>Бул ЖӨБдүн жана ЖӨБгө</p>", ["ЖӨБдүн"]),
        ("<p>SDC жана ЖӨБ, кайра SDC</p>", ["SDC", "ЖӨБ"]),
        ("<p>(SDC)</p>", ["SDC"]),
        ("<p><strong>ЖӨБ</strong> органдары</p>", ["ЖӨБ"]),
        ("<p>ЖӨБ-нүн</p>", ["ЖӨБ-нүн"]),
    ],
)
def test_a_first_occurrence_is_linked_with_its_ending(html: str, links: list[str]) -> None:
    assert linked(html) == links


@pytest.mark.parametrize(
    "html",
    [
        "<h2>ЖӨБ</h2>",
        '<p><a href="x">ЖӨБ</a></p>',
        "<p><code>ЖӨБ</code></p>",
        "<p>ЖӨБК</p>",
        "<p>МЖӨБ</p>",
        "<p>жөб</p>",
        "<p>SDC2</p>",
    ],
)
def test_what_is_no_occurrence_is_left_alone(html: str) -> None:
    assert linked(html) == []


def test_the_text_around_is_kept_to_the_letter() -> None:
    article = LexborHTMLParser("<p>a &lt;b&gt; ЖӨБдүн &amp; c</p>")
    link_terms(article, TERMS, "../terms/")
    link = '<a class="glossary-term" href="../terms/#lsg" title="жергиликтүү өз алдынча башкаруу">ЖӨБдүн</a>'
    assert article.body.inner_html == f"<p>a &lt;b&gt; {link} &amp; c</p>"


def test_a_heading_without_the_term_does_not_use_up_its_first_occurrence() -> None:
    assert linked("<h2>ЖӨБ</h2><p>ЖӨБдө</p>") == ["ЖӨБдө"]
