"""The index holds what readers may find, word for word beside the originals."""

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.languages import LANGUAGES
from portal.publication.search import index, indexed, pagefind
from portal.publication.search.documents import SearchDocument, documents_of
from portal.publication.search.pagefind import WordCountError
from search.site_documents import site_documents

PAGE = """<!doctype html><html lang="{lang}"><head>{robots}</head><body><header>Header</header><article id="_content">
<nav>Nav</nav><h1>Page <span>title</span></h1><p data-search-skip>Draft</p><p>Lead,<br>second line.</p>
<h2 id="one"><a data-search-skip href="#one">1.1</a> First section</h2><p>Some <b>bold</b>er text</p><ul><li>a</li><li>b</li></ul>
<h3 id="deep">Deep</h3><p>Bottom</p><h4>No id</h4><p>still deep</p>
<h2 id="_list">List of the template</h2><p>twice</p></article></body></html>"""


def page(lang: str = "en", robots: str = "") -> str:
    return PAGE.format(lang=lang, robots=robots)


def test_a_page_gives_a_document_for_itself_and_one_for_each_section() -> None:
    found = [(one.address, one.page, one.title, one.text) for one in documents_of(LexborHTMLParser(page()), "en/x/")]
    assert found == [
        ("en/x/", "Page title", "Page title", "Lead, second line."),
        ("en/x/#one", "Page title", "First section", "Some bolder text a b"),
        ("en/x/#deep", "Page title", "Deep", "Bottom No id still deep"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        page(robots='<meta name="robots" content="noindex">'),
        page(lang="de"),
        "<!doctype html><html lang='ky'><body></body></html>",
        page().replace('id="_content"', 'id="_content" data-search-skip'),
    ],
    ids=["a fallback", "another language", "an empty page", "the list of all pages"],
)
def test_what_is_not_to_be_found_has_no_document(html: str) -> None:
    assert list(documents_of(LexborHTMLParser(page()), "x/")) != []
    assert list(documents_of(LexborHTMLParser(html), "x/")) == []


def test_a_group_of_terms_is_not_found_and_its_terms_are() -> None:
    html = page().replace("<p>Some <b>bold</b>er text</p><ul><li>a</li><li>b</li></ul>", "")
    addresses = {
        place: [one.address.partition("#")[2] for one in documents_of(LexborHTMLParser(html), place)]
        for place in ("en/terms/", "en/x/")
    }
    assert addresses == {"en/terms/": ["", "deep"], "en/x/": ["", "one", "deep"]}


def document(address: str, title: str, day: str = "") -> SearchDocument:
    return SearchDocument("en", address, title, title, "text", day)


@pytest.mark.parametrize(
    ("found", "names"),
    [
        (document("en/about/", "The Union"), ("The Union", "About", "LSG Union", "about us")),
        (document("en/", "A sentence"), ("A sentence", "Home page", "home", "main page")),
        (document("en/contact/", "Who answers"), ("Who answers", "contact")),
        (
            document("en/terms/#lsg", "LSG – local self-government"),
            ("LSG – local self-government", "LSG", "local self-government"),
        ),
        (document("en/terms/#union", "Union of Towns (UT)"), ("Union of Towns (UT)", "Union of Towns", "UT")),
        (document("en/about/#union", "The LSG Union"), ()),
        (document("en/news/2020-03-12-x/", "LSG Union", "2020-03-12"), ()),
    ],
)
def test_pages_and_terms_have_the_names_under_which_readers_ask_for_them(
    found: SearchDocument, names: tuple[str, ...]
) -> None:
    assert index.names_of(found)[: len(names) or None] == names


def test_machine_pages_are_not_found(built: Path) -> None:
    pages = {one.address.partition("#")[0].removeprefix(f"{one.language}/") for one in site_documents(built)}
    assert pages & {"status/", "about/links/", "search/"} == set() and "about/" in pages


def test_a_news_item_has_its_day() -> None:
    assert {one.day for one in documents_of(LexborHTMLParser(page()), "en/news/2020-03-12-meeting/")} == {"2020-03-12"}
    assert {one.day for one in documents_of(LexborHTMLParser(page()), "en/news/")} == {""}


def test_every_document_of_the_site_is_in_the_index_with_its_own_words(built: Path) -> None:
    found = {(one.language, one.address): one for one in site_documents(built)}
    assert len(found) > 200
    kept = {}
    for file in (built / index.PLACE).rglob("*.pf_fragment"):
        for shown in json.loads(pagefind.unpack(file.read_bytes())):
            kept[file.parts[-3], shown["address"]] = shown["text"]
    assert kept.keys() == found.keys()
    assert all(kept[key].split() == one.text.split() for key, one in found.items())


def test_the_built_site_has_what_the_search_loads_and_nothing_of_other_interfaces(built: Path) -> None:
    folder = built / index.PLACE
    assert {entry.name for entry in folder.iterdir()} == {"ky", "ru", "en", "kyrgyz.json", "names.json"}
    assert not list(folder.rglob("*ui*"))
    for language in LANGUAGES:
        names = {re.sub(r"_[0-9a-f]{7,}", "", file.name) for file in (folder / language).iterdir()}
        assert names == {
            *("start.json", "wasm.pagefind", f"pagefind.{language}.pf_meta", "index", "fragment", "dictionary.txt")
        }


def test_words_that_stand_elsewhere_than_said_stop_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = SearchDocument("ky", "x/", "Барак", "Барак", "Бир эки үч", "")
    index.write_index([record], tmp_path / "good")
    monkeypatch.setattr(indexed, "normalised_words", lambda text, language: ("a b",) if text else ())
    with pytest.raises(WordCountError):
        index.write_index([record], tmp_path / "bad")


def test_signs_of_html_in_a_text_come_back_as_they_are(tmp_path: Path) -> None:
    text = "A \"quoted\" <b>tag</b> & 'more' {braces} [x]: y, ёлка"
    index.write_index([SearchDocument("en", "x/#y", "P & Q", "T < U", text, "")], tmp_path / "index")
    [file] = (tmp_path / "index").rglob("*.pf_fragment")
    [shown] = json.loads(pagefind.unpack(file.read_bytes()))
    assert shown["text"] == text
    assert shown["page"] == "P & Q"


def test_a_language_without_pages_has_an_empty_index(tmp_path: Path) -> None:
    index.write_index([SearchDocument("ky", "x/", "Барак", "Барак", "сөз", "")], tmp_path / "index")
    start = json.loads((tmp_path / "index/ru/start.json").read_text(encoding="utf-8"))
    assert (start["meta"], start["chunks"], start["names"]) == (None, [], [])


def test_the_vocabulary_has_each_normalised_word_once() -> None:
    found = [SearchDocument("ky", "", "", "Долбоор", "долбоорлор стратегия 2020", "")]
    assert index.word_list(indexed.indexed(found, "ky")) == "долбоор\nстратегиа\n"


def test_an_official_name_that_a_language_lacks_bridges_nothing() -> None:
    titles = {
        "terms/#lsg": ("ky", "ЖӨБ"),
        "ru/terms/#lsg": ("ru", "МСУ"),
        "en/terms/#lsg": ("en", "LSG"),
        "terms/#x": ("ky", "Икс"),
        "other/#lsg": ("ky", "Б"),
    }
    found = [SearchDocument(language, address, "", title, "", "") for address, (language, title) in titles.items()]
    assert index.official_names(found) == [{"ky": "ЖӨБ", "ru": "МСУ", "en": "LSG"}]
