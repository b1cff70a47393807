"""The index holds what readers may find, word for word beside the originals."""

import json
from pathlib import Path

import cbor2
import pytest

from portal.publication.search import dictionary, documents, index, pagefind
from portal.publication.search.documents import SearchDocument
from portal.publication.search.pagefind import Misaligned
from portal.publication.search.tokens import normalise, spans

PAGE = """<!doctype html><html lang="{lang}"><head>{robots}</head><body><header>Header</header><article id="_content">
<nav>Nav</nav><h1>Page <span>title</span></h1><p class="status">Draft</p><p>Lead,<br>second line.</p>
<h2 id="one"><a class="no" href="#one">1.1</a> First section</h2><p>Some <b>bold</b>er text</p><ul><li>a</li><li>b</li></ul>
<h3 id="deep">Deep</h3><p>Bottom</p><h4>No id</h4><p>still deep</p>
<h2 id="_list">List of the template</h2><p>twice</p></article></body></html>"""


def page(lang: str = "en", robots: str = "") -> str:
    return PAGE.format(lang=lang, robots=robots)


def test_a_page_gives_a_record_for_itself_and_one_for_each_section() -> None:
    found = [(one.address, one.page, one.title, one.text) for one in documents.documents_of_page(page(), "en/x/")]
    assert found == [
        ("en/x/", "Page title", "Page title", "Lead, second line."),
        ("en/x/#one", "Page title", "First section", "Some bolder text a b"),
        ("en/x/#deep", "Page title", "Deep", "Bottom No id still deep"),
    ]


@pytest.mark.parametrize("html", [
    page(robots='<meta name="robots" content="noindex">'),
    page(lang="de"),
    "<!doctype html><html lang='ky'><body></body></html>",
    page().replace("<nav>", '<ul class="all"><li>x</li></ul><nav>'),
], ids=["a fallback", "another language", "an empty page", "the list of all pages"])
def test_what_is_not_to_be_found_has_no_record(html: str) -> None:
    assert list(documents.documents_of_page(page(), "x/")) != []
    assert list(documents.documents_of_page(html, "x/")) == []


def test_a_news_item_has_its_day() -> None:
    assert {one.day for one in documents.documents_of_page(page(), "en/news/2020-03-12-meeting/")} == {"2020-03-12"}
    assert {one.day for one in documents.documents_of_page(page(), "en/news/")} == {""}


def test_every_record_of_the_site_is_in_the_index_with_its_own_words(built: Path) -> None:
    found = {(one.language, one.address): one for one in documents.read_documents(built)}
    assert len(found) > 200
    kept = {}
    for file in (built / index.PLACE).rglob("*.pf_fragment"):
        fragment = json.loads(pagefind.unpack(file))
        shown = json.loads(fragment["filters"]["record"][0])
        kept[file.parts[-4], shown.get("a", "")] = shown.get("o", "")
        assert fragment["word_count"] == len([*spans(shown["t"]), *spans(shown.get("o", ""))]) and not fragment["content"]
    assert kept.keys() == found.keys()
    assert all(kept[key].split() == one.text.split() for key, one in found.items())


def test_the_built_site_has_what_the_search_loads_and_nothing_of_other_interfaces(built: Path) -> None:
    folder = built / index.PLACE
    assert {entry.name for entry in folder.iterdir()} == {"ky", "ru", "en", "pagefind.js", "kyrgyz.json", "names.json"}
    assert not list(folder.rglob("*ui*"))
    for language, stems in {"ky": "unknown", "ru": "ru", "en": "en"}.items():
        assert [file.name for file in (folder / language).glob("wasm.*")] == [f"wasm.{stems}.pagefind"]
        assert list(json.loads((folder / language / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]) == [language]
    assert "console.error" not in (folder / "pagefind.js").read_text(encoding="utf-8")


def test_words_that_stand_elsewhere_than_said_stop_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = SearchDocument("ky", "x/", "Барак", "Барак", "Бир эки үч", "")
    index.write_index([record], tmp_path / "good")
    monkeypatch.setattr(index, "_words", lambda text, language: ("a b",) if text else ())
    with pytest.raises(Misaligned):
        index.write_index([record], tmp_path / "bad")


def test_signs_of_html_in_a_text_come_back_as_they_are(tmp_path: Path) -> None:
    text = 'A "quoted" <b>tag</b> & \'more\' {braces} [x]: y, ёлка'
    index.write_index([SearchDocument("en", "x/#y", "P & Q", "T < U", text, "")], tmp_path / "index")
    [file] = (tmp_path / "index").rglob("*.pf_fragment")
    shown = json.loads(json.loads(pagefind.unpack(file))["filters"]["record"][0])
    assert shown["o"] == text
    assert shown["p"] == "P & Q"


def test_a_language_without_pages_has_an_empty_index(tmp_path: Path) -> None:
    index.write_index([SearchDocument("ky", "x/", "Барак", "Барак", "сөз", "")], tmp_path / "index")
    assert json.loads((tmp_path / "index/ru/pagefind-entry.json").read_text(encoding="utf-8"))["languages"] == {}


def test_the_vocabulary_has_each_normalised_word_once() -> None:
    found = [SearchDocument("ky", "", "", "Долбоор", "долбоорлор стратегия 2020", ""), SearchDocument("ru", "", "", "Проект", "", "")]
    assert dictionary.word_list(found, "ky") == "долбоор\nстратегиа\n"


def test_an_official_name_that_a_language_lacks_bridges_nothing() -> None:
    titles = {"terms/#lsg": ("ky", "ЖӨБ"), "ru/terms/#lsg": ("ru", "МСУ"), "en/terms/#lsg": ("en", "LSG"), "terms/#x": ("ky", "Икс"), "other/#lsg": ("ky", "Б")}
    found = [SearchDocument(language, address, "", title, "", "") for address, (language, title) in titles.items()]
    assert dictionary.official_names(found) == [{"ky": "ЖӨБ", "ru": "МСУ", "en": "LSG"}]


def test_words_that_begin_alike_are_in_one_part_which_the_list_names(tmp_path: Path) -> None:
    letters = "абвгде"
    words = [a + b + c + d for a in letters for b in letters for c in letters for d in letters]
    index.write_index([SearchDocument("ky", f"p{n}/", "x", "x", " ".join(words), "") for n in range(20)], tmp_path)
    [meta] = (tmp_path / "ky").glob("*.pf_meta")
    listed = cbor2.loads(pagefind.unpack(meta))[pagefind.CHUNKS]
    kept = {(first, last): [word for word, *_ in cbor2.loads(pagefind.unpack(tmp_path / f"ky/index/{name}.pf_index"))[0]] for first, last, name in listed}
    assert len(kept) > 3
    assert sorted(word for part in kept.values() for word in part) == sorted({normalise(word, "ky") for word in [*words, "x"]})
    for word in (word for part in kept.values() for word in part):
        assert [word in part for (first, last), part in kept.items() if first <= word <= last] == [True]
        assert len([part for part in kept.values() if any(other[:3] == word[:3] for other in part)]) == 1
