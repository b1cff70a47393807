"""The site as it is published: head facts, languages, glossary, 404, sitemap."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import page_url
from portal.content.compilation import read_content
from portal.languages import LANGUAGES
from portal.publication.built_page import read_site
from portal.publication.gates.links import check_links
from portal.wording.phrases import phrases
from projects import EDITION, PREFIXES

WAYS = [(page.path, page.language) for page in read_content(EDITION / "docs").all_pages]
LISTED = [*WAYS, *(("news/2020", language) for language in LANGUAGES)]
"""With the page that lists the news of a year, and is no text."""
ADDRESS_OF_THE_SITE = "https://example.org/"
PAGES = sorted(path for path, language in WAYS if language == "ky")
ADDRESS = re.compile(r"https?://\S+|#[a-z][a-z0-9-]*|/go/\S*|links\.\S+|QR")
LATIN = re.compile(r"\b(?!USAID|SDC|Word\b)[A-Za-z]{2,}")
"""A word in Latin letters that is not a name."""


@cache
def page(built: Path, path: str, language: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / page_url(path, language) / "index.html").read_text(encoding="utf-8"))


def only(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css(selector)
    assert len(found) == 1, (selector, len(found))
    return found[0]


def alternates(tree: LexborHTMLParser) -> dict[str, str]:
    return {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[rel=alternate][hreflang]")}


def test_each_page_says_its_language_title_address_and_translations(built: Path) -> None:
    for path, language in WAYS:
        tree = page(built, path, language)
        assert only(tree, "html").attributes["lang"] == language
        assert only(tree, "title").text().strip() and only(tree, "h1").text().strip()
        assert only(tree, "meta[name=description]").attributes["content"]
        assert only(tree, "link[rel=canonical]").attributes["href"] == ADDRESS_OF_THE_SITE + page_url(path, language)
        assert alternates(tree) == translations(path), (path, language)
        assert not tree.css("meta[name=robots]")
        assert only(tree, 'meta[name="dcterms.modified"]').attributes["content"] == (dated(path) or "2026-11-22")


def dated(path: str) -> str:
    """The day in the name of a news item."""
    found = re.match(r"news/(\d{4}-\d\d-\d\d)-", path)
    return found[1] if found else ""


def translations(path: str, root: str = ADDRESS_OF_THE_SITE) -> dict[str, str]:
    """The addresses of a page by language, Kyrgyz for all others."""
    return {code: root + page_url(path, code) for code in LANGUAGES if (path, code) in LISTED} | {
        "x-default": root + page_url(path, "ky")
    }


def test_the_language_menu_stays_on_the_page(built: Path) -> None:
    for path, language in WAYS:
        links = page(built, path, language).css(".language-links a")
        here = f"/{page_url(path, language)}"
        to = [str(Path(here, link.attributes["href"]).resolve()) for link in links]
        assert to == ["/" + page_url(path, code).rstrip("/") for code in LANGUAGES]
        assert [link.attributes["lang"] for link in links if "aria-current" in link.attributes] == [language]


@pytest.fixture(params=PREFIXES)
def built_at(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """The folder of the site and its address, at the root of its host and below it."""
    return request.getfixturevalue(
        "built" if request.param == "/" else "built_below"
    ), f"https://example.org{request.param}"


def test_nothing_is_broken_and_the_sitemap_is_whole_wherever_the_site_stands(built_at: tuple[Path, str]) -> None:
    folder, root = built_at
    pages = read_site(folder)
    assert {page_url(path, language) for path, language in WAYS} < {page.url for page in pages}
    assert sum(len(targets) for page in pages for targets in page.targets.values()) > 1000
    assert check_links(folder, root, pages) == []
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed = {}
    for url in ElementTree.parse(folder / "sitemap.xml").getroot().findall("s:url", names):
        date.fromisoformat(url.findtext("s:lastmod", namespaces=names) or "")
        listed[url.findtext("s:loc", namespaces=names)] = {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)
        }
    assert listed == {root + page_url(path, language): translations(path, root) for path, language in LISTED}


def test_the_page_for_what_is_not_found_points_into_the_site_wherever_it_stands(built_at: tuple[Path, str]) -> None:
    folder, root = built_at
    tree = LexborHTMLParser((folder / "404.html").read_text(encoding="utf-8"))
    targets = [node.attributes.get("href") or node.attributes.get("src") for node in tree.css("[href], [src]")]
    assert all(target.startswith((urlsplit(root).path, root, "#")) for target in targets), targets


def test_one_page_for_what_is_not_found_speaks_three_languages(built: Path) -> None:
    assert [file.relative_to(built).as_posix() for file in built.rglob("404.html")] == ["404.html"]
    tree = LexborHTMLParser((built / "404.html").read_text(encoding="utf-8"))
    assert [node.text() for node in tree.css(".lost-address h2")] == [
        "Барак табылган жок",
        "Страница не найдена",
        "Page not found",
    ]
    assert [node.attributes["lang"] for node in tree.css(".lost-address")] == list(LANGUAGES)
    assert [node.attributes["lang"] for node in tree.css(".lost-address[open]")] == ["ky"]
    assert only(tree, "meta[name=robots]").attributes["content"] == "noindex"


def test_a_kyrgyz_reader_finds_no_foreign_word_in_the_interface(built: Path) -> None:
    """Outside the text of a page and what is marked as another language, Kyrgyz pages hold neither Latin letters nor Russian words."""
    russian = {text["ru"] for text in phrases().values() if text["ru"] != text["ky"]}
    for path in PAGES:
        tree = LexborHTMLParser((built / page_url(path, "ky") / "index.html").read_text(encoding="utf-8"))
        for foreign in tree.css(
            "body [lang], h1, .lead, .print-only, .document-body > div:first-child, .main-section p, .contents-summary, .news-list p, script, style"
        ):
            if foreign.attributes.get("lang") != "ky":
                foreign.decompose()
        texts = [node.text_content.strip() for node in tree.body.traverse(include_text=True) if node.is_text_node]
        names = [
            node.attributes.get(name) or ""
            for name in ("aria-label", "title", "alt", "placeholder")
            for node in tree.css(f"body [{name}]")
        ]
        assert [text for text in texts + names if LATIN.search(ADDRESS.sub("", text))] == [], path
        assert set(texts + names) & russian == set(), path


@pytest.mark.parametrize(
    ("language", "linked", "title"),
    [
        ("ky", "ЖӨБ", "жергиликтүү өз алдынча башкаруу"),
        ("ru", "МСУ", "местное самоуправление"),
        ("en", "LSG", "local self-government"),
    ],
)
def test_an_abbreviation_is_explained_where_it_first_occurs(
    built: Path, language: str, linked: str, title: str
) -> None:
    tree = page(built, "news/2020-03-12-strategy-discussion", language)
    terms = [node for node in tree.css("a.glossary-term") if (node.attributes["href"] or "").endswith("#lsg")]
    assert [(node.text(), node.attributes["title"]) for node in terms] == [(linked, title)]
    target = page(built, "terms", language)
    assert title in only(target, "#lsg").text()


def test_what_is_not_set_is_not_shown(built: Path) -> None:
    for path, language in WAYS:
        html = (built / page_url(path, language) / "index.html").read_text(encoding="utf-8")
        assert "github.com" not in html and "mailto:" not in html, path


def test_chapters_of_a_draft_known_from_a_news_item_name_it_and_lead_to_the_status(built: Path) -> None:
    for language in LANGUAGES:
        for path in [path for path in PAGES if path.startswith("strategy/")]:
            named, status = only(page(built, path, language), ".document-status").css("a")
            assert urlsplit(named.attributes["href"]).path.endswith("news/2020-03-12-strategy-discussion/")
            assert "2020" in named.text() and urlsplit(status.attributes["href"]).fragment == "status"


def test_search_lists_all_contents(built: Path) -> None:
    for language in LANGUAGES:
        links = page(built, "search", language).css(".page-list a")
        assert len(links) == len([path for path in PAGES if path != "search"] + ["news/2020"])
