"""What messengers show of a shared link: the facts of Open Graph in the head of each page, and a card that is there."""

from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from portal.addresses import page_url
from portal.content.compilation import read_content
from portal.languages import LANGUAGES
from portal.rendering.share import LOCALES
from projects import EDITION, ROOT

SITE = "https://example.org/"
PAGES = list(read_content(EDITION / "docs").pages.values())
WAYS = {(page.path, page.language) for page in PAGES}
NEWS = "news/2020-03-12-strategy-discussion"
KINDS = {"": "website", "strategy": "website", "strategy/role": "article", NEWS: "article", "terms": "website"}


def head(site: Path, url: str) -> dict[str, list[str]]:
    """The facts in the head of a page, by name."""
    tree = LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8"))
    facts: dict[str, list[str]] = {}
    for node in tree.css("head meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or ""
        facts.setdefault(name, []).append(node.attributes["content"] or "")
    return facts


def test_each_page_says_in_its_language_what_is_shown_where_it_is_shared(built: Path) -> None:
    for page in PAGES:
        facts = head(built, page_url(page.path, page.language))
        assert facts["og:title"] == [page.title]
        assert facts["og:description"] == facts["description"] == [page.meta["description"]]
        assert facts["og:url"] == [SITE + page_url(page.path, page.language)]
        assert facts["og:locale"] == [LOCALES[page.language]]
        assert facts.get("og:locale:alternate", []) == [
            LOCALES[code] for code in LANGUAGES if code != page.language and (page.path, code) in WAYS
        ]
        assert facts["twitter:card"] == ["summary_large_image"]
        if page.path in KINDS:
            assert facts["og:type"] == [KINDS[page.path]]


def test_the_names_of_the_site_are_those_of_its_settings(built: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    names = [head(built, page_url("", code))["og:site_name"][0] for code in LANGUAGES]
    assert all(f"site_name: {name}\n" in settings for name in names) and len(set(names)) == 3


def test_each_page_has_a_card_of_its_own_with_its_words(built: Path) -> None:
    cards = {}
    for page in PAGES:
        facts = head(built, page_url(page.path, page.language))
        (address,), (words,) = facts["og:image"], facts["og:image:alt"]
        assert page.title in words and facts["og:site_name"][0] in words
        file = built / address.removeprefix(SITE)
        assert file.stat().st_size <= 60_000
        with Image.open(file) as image:
            assert image.format == "PNG" and not image.info.get("transparency")
            assert [str(side) for side in image.size] == facts["og:image:width"] + facts["og:image:height"]
            assert image.size == (1200, 630)
        cards[file] = words
    assert len(cards) == len(set(cards.values())) == len({file.read_bytes() for file in cards})
    assert sorted((built / "assets/cards").iterdir()) == sorted(cards)


def test_the_card_of_news_says_its_day(built: Path) -> None:
    days = [head(built, page_url(NEWS, code))["og:image:alt"][0].rpartition(" · ")[2] for code in LANGUAGES]
    assert days == ["2020-жылдын 12-марты", "12 марта 2020 г.", "12 March 2020"]


@pytest.mark.parametrize("url", ["en/strategy/review", "ru/news/2020-04-01-kyrgyz-only"])
def test_a_page_that_is_not_translated_is_shared_as_the_kyrgyz_text_that_it_shows(built: Path, url: str) -> None:
    original = head(built, url.partition("/")[2])
    facts = head(built, url)
    assert facts["robots"] == ["noindex"] and facts["og:locale"] == ["ky_KG"]
    assert {name: value for name, value in facts.items() if name.startswith("og:")} == {
        name: value for name, value in original.items() if name.startswith("og:")
    }


def test_a_link_without_a_language_shows_the_card_and_keeps_its_address(built: Path) -> None:
    facts, original = head(built, "go/strategy/role"), head(built, "strategy/role")
    assert facts["og:url"] == [f"{SITE}go/strategy/role/"]
    for name in ("og:title", "og:image", "og:locale", "og:locale:alternate"):
        assert facts[name] == original[name]


def test_an_address_that_has_moved_shows_what_it_leads_to_and_one_that_is_withdrawn_nothing(moved_site: Path) -> None:
    for prefix in ("", "ru/"):
        moved, target = head(moved_site, f"{prefix}strategy/role"), head(moved_site, f"{prefix}priorities/function")
        assert moved["og:url"] == target["og:url"] == [f"{SITE}{prefix}priorities/function/"]
        assert moved["og:image"] == target["og:image"]
    for url in ("strategy/adoption", "ky/strategy/adoption", "go/strategy/adoption"):
        assert "og:title" not in head(moved_site, url)


def test_signs_of_html_in_a_title_stay_words(hostile_site: Path) -> None:
    signs = 0
    for file in hostile_site.glob("news/*-fact/index.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        (title,) = head(hostile_site, file.parent.relative_to(hostile_site).as_posix())["og:title"]
        assert title == "".join(node.text() for node in tree.css("h1")).replace("\xa0", " ")
        signs += any(sign in title for sign in "<>\"'&")
    assert signs
