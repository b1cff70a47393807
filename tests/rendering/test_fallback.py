"""Kyrgyz first is normal: what readers of the other languages meet where a translation is not there yet."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.wording.phrases import phrase


def page(built: Path, url: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / url / "index.html").read_text(encoding="utf-8"))


def first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found, selector
    return found


@pytest.mark.parametrize(
    ("url", "language"),
    [("en/strategy/review", "en"), ("ru/news/2020-04-01-kyrgyz-only", "ru"), ("en/news/2020-04-01-kyrgyz-only", "en")],
)
def test_the_address_shows_the_kyrgyz_text_with_a_notice_in_the_readers_language(
    built: Path, url: str, language: str
) -> None:
    tree = page(built, url)
    assert tree.root.attributes["lang"] == language
    assert phrase("fallback_notice", language) in first(tree, ".notice").text()
    assert first(tree, "h1").attributes["lang"] == "ky"
    assert first(tree, "title").attributes["lang"] == "ky"
    assert first(tree, ".document-body > div").attributes["lang"] == "ky"


@pytest.mark.parametrize("url", ["en/strategy/review", "ru/news/2020-04-01-kyrgyz-only"])
def test_search_engines_are_kept_off_it(built: Path, url: str) -> None:
    tree = page(built, url)
    assert first(tree, "meta[name=robots]").attributes["content"] == "noindex"
    assert not tree.css("link[rel=canonical], link[rel=alternate][hreflang]")
    assert f"/{url}/" not in (built / "sitemap.xml").read_text(encoding="utf-8")


def test_the_other_languages_do_not_claim_the_missing_translation(built: Path) -> None:
    codes = [
        node.attributes["hreflang"] for node in page(built, "strategy/review").css("link[rel=alternate][hreflang]")
    ]
    assert codes == ["ky", "x-default", "ru"]


def test_the_language_menu_marks_the_language_without_translation(built: Path) -> None:
    for url, language in (("strategy/review", "ky"), ("ru/strategy/review", "ru"), ("en/strategy/review", "en")):
        marked = [
            link.attributes["hreflang"]
            for link in page(built, url).css(".language-links a")
            if phrase("untranslated", language) in link.text()
        ]
        assert marked == ["en"], url


@pytest.mark.parametrize(
    ("url", "selector"),
    [
        ("en", ".contents-list"),
        ("en/strategy", ".contents-list"),
        ("en", ".news-list"),
        ("ru/news", ".news-list"),
        ("en/search", ".page-list"),
    ],
)
def test_in_lists_it_stands_in_kyrgyz_where_its_translation_will_stand(built: Path, url: str, selector: str) -> None:
    language = url[:2]
    links = first(page(built, url), selector).css("a[lang=ky]")
    assert links
    for link in links:
        assert phrase("in_kyrgyz", language) in link.parent.text()


def test_a_chapter_keeps_its_number_among_translated_ones(built: Path) -> None:
    assert [node.text() for node in page(built, "en").css(".contents-number")] == ["1", "2", "3"]
    assert [node.attributes.get("lang") for node in page(built, "en").css(".contents-list a")] == [None, "ky", None]
    assert first(page(built, "en/strategy/review"), "h2 .section-number").text() == "2.1"


def test_links_of_the_kyrgyz_text_stay_in_the_readers_language(built: Path) -> None:
    links = [
        node.attributes["href"]
        for node in first(page(built, "ru/news/2020-04-01-kyrgyz-only"), ".document-body").css("a")
    ]
    assert "../../strategy/role/#status" in links


def test_its_abbreviations_are_explained_in_kyrgyz(built: Path) -> None:
    link = first(page(built, "ru/news/2020-04-01-kyrgyz-only"), "a.glossary-term")
    assert (link.text(), link.attributes["title"], link.attributes["href"]) == (
        "ЖӨБдүн",
        "жергиликтүү өз алдынча башкаруу",
        "../../terms/#lsg",
    )


def test_the_kyrgyz_page_itself_carries_no_notice(built: Path) -> None:
    assert not page(built, "strategy/review").css(".notice")
