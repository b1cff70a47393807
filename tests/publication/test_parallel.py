"""The languages of a page side by side: what stands in a row, what is missing, what links lead to."""

from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import page_url
from portal.content.compilation import read_content
from portal.content.parallel import FOLDERS, parallel_url
from portal.languages import LANGUAGES
from portal.publication.built_page import BuiltPage, read_page, read_site
from portal.publication.gates.links import check_links
from portal.wording.phrases import phrase
from projects import EDITION
from publication.parallel_project import HARD
from publication.photograph_project import NEWS as PHOTOGRAPHS

PAGES = read_content(EDITION / "docs").pages
PATHS = sorted(path for language, path in PAGES if language == "ky")
LISTS = ("news", "news/2020")
SEVERAL = [path for path in PATHS if path.partition("/")[0] in FOLDERS and path not in LISTS and ("ru", path) in PAGES]


def text_of(folder: Path, url: str) -> str:
    return (folder / url / "index.html").read_text(encoding="utf-8")


def parallel(folder: Path, path: str, language: str) -> LexborHTMLParser:
    return LexborHTMLParser(text_of(folder, parallel_url(path, language)))


def cell(tree: LexborHTMLParser, row: str, language: str) -> LexborNode:
    (found,) = tree.css(f'.parallel-section[id="{row}"] > .parallel-cell[lang={language}]')
    return found


def words(*nodes: LexborNode) -> list[str]:
    return " ".join(node.text(separator=" ") for node in nodes).split()


def test_pages_with_several_languages_are_shown_side_by_side_and_link_to_it(built: Path) -> None:
    assert {"strategy/role", "strategy/review", "priorities", "news/2020-03-12-strategy-discussion"} < set(SEVERAL)
    for path in PATHS:
        for language in LANGUAGES:
            links = [
                urlsplit(urljoin(f"/{page_url(path, language)}", node.attributes["href"])).path
                for node in LexborHTMLParser(text_of(built, page_url(path, language))).css(".page-foot a")
            ]
            url = parallel_url(path, language)
            assert (f"/{url}" in links) == (built / url).exists() == (path in SEVERAL), url


def test_they_are_whole_apart_from_search_sitemap_and_records(built: Path) -> None:
    urls = [parallel_url(path, language) for path in SEVERAL for language in LANGUAGES]
    for url in urls:
        page = read_page(text_of(built, url), f"{url}index.html")
        assert page.noindex and not page.documents and not page.alternates and page.canonical is None
    for file in (
        *map(built.joinpath, ("sitemap.xml", "links.json", "links.csv")),
        *built.glob("assets/addresses/*/*.json"),
    ):
        assert "parallel" not in file.read_text(encoding="utf-8-sig"), file


@pytest.mark.parametrize("path", ["strategy/role", "priorities/capacity", "news/2020-03-12-strategy-discussion"])
def test_a_column_has_the_whole_text_of_its_page(built: Path, path: str) -> None:
    for reader in LANGUAGES:
        column = {language: parallel(built, path, reader) for language in LANGUAGES}
        for language, tree in column.items():
            page = LexborHTMLParser(text_of(built, page_url(path, language)))
            for left_out in (
                *page.css(".permalink-control, .print-only, .section-elsewhere"),
                *tree.css(".parallel-language"),
            ):
                left_out.decompose()
            text = (page.css_first("h1"), *page.css(".document-body > div:first-child, .document-body > p.sources"))
            assert words(*tree.css(f".parallel-cell[lang={language}]")) == words(*text)


def test_a_cell_links_to_its_section_in_its_language(built: Path) -> None:
    for reader in LANGUAGES:
        tree = parallel(built, "strategy/role", reader)
        assert [row.attributes["id"] for row in tree.css(".parallel-section[id]")] == [
            "mechanism",
            "union",
            "status",
            "next",
        ]
        for language in LANGUAGES:
            link = cell(tree, "union", language).css_first(".parallel-language a")
            url = urljoin(f"/{parallel_url('strategy/role', reader)}", link.attributes["href"])
            assert url == f"/{page_url('strategy/role', language)}#union"


@pytest.mark.parametrize("reader", LANGUAGES)
def test_readers_are_told_in_their_language_what_is_behind_or_missing(built: Path, reader: str) -> None:
    tree = parallel(built, "priorities/capacity", reader)
    notes = {
        (row.attributes["id"], note.parent.parent.attributes["lang"]): (
            note.attributes["lang"],
            note.text().strip(" –—"),
        )
        for row in tree.css(".parallel-section[id]")
        for note in row.css(".parallel-note")
    }
    changed, missing = (reader, phrase("section_changed", reader)), (reader, phrase("section_missing", reader))
    assert notes == {
        ("meaning", "ru"): changed,
        ("meaning", "en"): changed,
        ("added", "ru"): missing,
        ("added", "en"): missing,
    }


def test_a_page_in_two_languages_has_two_columns_for_readers_of_the_third_too(built: Path) -> None:
    tree = parallel(built, "strategy/review", "en")
    assert {node.attributes["lang"] for node in tree.css(".parallel-cell")} == {"ky", "ru"}
    assert [node.attributes["id"] for node in tree.css("[type=checkbox]")] == ["_show-ky", "_show-ru"]
    assert tree.css_first("h1 span").attributes["lang"] == "ky"


def test_rows_follow_the_original_and_what_it_lacks_has_its_place(rich_site: Path) -> None:
    tree = parallel(rich_site, HARD, "en")
    rows = [node.attributes["id"] for node in tree.css(".parallel-section[id]")]
    assert rows == ["one", "two", "paragraph", "russian-only", "wide", "kyrgyz-only"]
    notes = [cell(tree, "russian-only", language).css_first(".parallel-note").text() for language in LANGUAGES]
    keys = ("parallel_absent", "change_gone", "section_missing")
    assert notes == [f"– {phrase(key, 'en')}" for key in keys]
    assert [cell(tree, "kyrgyz-only", language).css_first(".parallel-note") is None for language in LANGUAGES] == [
        True,
        False,
        False,
    ]


def test_a_row_that_lacks_a_part_is_not_called_missing(rich_site: Path) -> None:
    found = cell(parallel(rich_site, HARD, "en"), "paragraph", "en")
    assert "Paragraph." in found.text()
    assert found.css_first(".parallel-note").text() == f"– {phrase('section_changed', 'en')}"


def test_ids_are_unique_and_those_within_a_cell_are_of_its_row(rich_site: Path) -> None:
    pages = read_site(rich_site)
    side_by_side = [page for page in pages if page.url.endswith("parallel/")]
    assert len(side_by_side) == len(LANGUAGES) * len({*SEVERAL, HARD, PHOTOGRAPHS})
    for page in side_by_side:
        assert [name for name, times in Counter(page.ids).items() if times > 1] == []
    tree = parallel(rich_site, HARD, "ru")
    assert tree.css_first("#place").parent.attributes["id"] == "paragraph"
    assert check_links(rich_site, "https://example.org/", pages) == []


def hrefs(page: BuiltPage) -> set[str]:
    return {target for targets in page.targets.values() for target in targets}


def test_links_within_a_page_stay_in_its_column(rich_site: Path) -> None:
    url = parallel_url(HARD, "ky")
    page = read_page(text_of(rich_site, url), f"{url}index.html")
    assert {"#wide", "#ky.place", "#ru.place", "#ky.fn:1", "#en.fnref:1", "#ru.fnref2:1"} <= hrefs(page)
    assert "../../../en/strategy/hard/#place" in hrefs(page), "the English page says there that it is not translated"


def test_a_footnote_that_is_used_twice_stands_once_per_column(rich_site: Path) -> None:
    tree = parallel(rich_site, HARD, "ky")
    notes = tree.css(".footnote li")
    assert [note.attributes["id"] for note in notes] == ["ky.fn:1", "ru.fn:1", "en.fn:1"]
    assert [len(note.css(".footnote-backref")) for note in notes] == [2, 2, 2]


def test_tables_have_different_names(rich_site: Path) -> None:
    tree = parallel(rich_site, HARD, "ky")
    names = [node.attributes["aria-label"] for node in tree.css(".parallel-cell .table-scroll")]
    assert names == ["Таблица 1, Кыргызча", "Таблица 1, Русский"]
