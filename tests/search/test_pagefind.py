"""What the site knows of Pagefind's private formats holds for the version in use; bundles do what caches need."""

import json
import re
from html import escape
from importlib.metadata import version
from itertools import product
from pathlib import Path

import pytest

from portal.languages import LANGUAGES
from portal.publication.search import cbor, index, pagefind, word_index
from portal.publication.search.analysis import analyse
from portal.publication.search.bundle import make_bundle
from portal.publication.search.documents import SearchDocument
from portal.publication.search.indexed import IndexedDocument, indexed
from portal.publication.search.word_index import WordIndex
from projects import content_of
from search.site_documents import site_documents


@pytest.fixture(scope="module")
def raw() -> dict[str, bytes]:
    """A bundle as Pagefind makes it."""
    page = '<!doctype html><html lang="ru"><body data-pagefind-body><h1>раз</h1><p>два {}</p></body></html>'
    return pagefind.run_pagefind({f"/{number}.html": page.format(number) for number in range(3)})


def test_the_files_of_a_bundle_have_the_names_that_are_known(raw: dict[str, bytes]) -> None:
    entry = json.loads(raw["pagefind-entry.json"])
    assert list(entry) == ["version", "languages", "include_characters"]
    language = entry["languages"]["ru"]
    assert language == {"hash": language["hash"], "wasm": "ru", "page_count": 3}
    names = set(raw)
    used = {"pagefind.js", "pagefind-entry.json", f"pagefind.{language['hash']}.pf_meta", "wasm.ru.pagefind"}
    assert used <= names
    other = [
        name
        for name in names - used
        if not re.fullmatch(r"(index/ru_\w+\.pf_index|fragment/ru_\w+\.pf_fragment)", name)
    ]
    assert all(re.fullmatch(r"pagefind-[a-z-]+\.(js|css)|wasm\.unknown\.pagefind", name) for name in other), other


def test_a_document_without_words_is_left_out(tmp_path: Path) -> None:
    documents = [SearchDocument("ky", f"{title}/", title, title, "", "") for title in ("—", "сөз")]
    index.write_index(documents, tmp_path / "index")
    assert len(list((tmp_path / "index/ky/fragment").iterdir())) == 1


HOSTILE = (
    "don’t",
    "o'neil",
    "la'la",
    "x’y’z",
    "a'b'cd'efg",
    "café",
    "cafe",
    "ҥ",
    "ёлка",
    "мой",
    "2020",
    "日本",
    "ß",
    "ﬁ",
    "i",
)


def as_html(document: IndexedDocument, language: str) -> str:
    title, text = (escape(" ".join(words)) for words in (document.title, document.text))
    head = f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
    return f"{head}<h1>{title}</h1><p>{text}</p></body></html>"


def in_one_order(chunk: bytes) -> list[list[object]]:
    """The words of a chunk; Pagefind gives those that differ in diacritics alone in the order in which it met them."""
    return [[stem, plain, sorted(variants)] for stem, plain, variants in cbor.decode(chunk)[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_what_pagefind_makes_of_the_same_documents(
    language: str, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_index, "CHUNK", 20_000)
    found = list(indexed((one for one in site_documents(built) if one.language == language), language))
    found += [IndexedDocument(HOSTILE[at:] * 3, HOSTILE[at::-1] * 300, {}) for at in range(len(HOSTILE))]
    bundle = pagefind.run_pagefind({f"/{at}.html": as_html(one, language) for at, one in enumerate(found)})
    [meta] = [cbor.decode(pagefind.unpack(bundle[name])) for name in bundle if name.endswith(".pf_meta")]
    words = WordIndex(analyse(sorted({word for one in found for word in (*one.title, *one.text)}), language).terms)
    for one in found:
        words.add(one.title, one.text)
    theirs = [(*edges, pagefind.unpack(bundle[f"index/{name}.pf_index"])) for *edges, name in meta[2]]
    assert len(theirs) > 1
    for chunk, (first, last, content) in zip(words.chunks(), theirs, strict=True):
        assert (chunk.first, chunk.last, len(chunk.content)) == (first, last, len(content))
        assert in_one_order(chunk.content) == in_one_order(content)
    assert [count for _, count in meta[1]] == [len(one.title) + len(one.text) for one in found]
    assert (meta[0], meta[3:]) == (version("pagefind"), [[], [], ["title"]])


CALLS = (
    "init_pagefind(ptr0,len0)",
    "set_ranking_weights(ptr,ptr0,len0)",
    "request_indexes(ptr,ptr0,len0)",
    "load_index_chunk(ptr,ptr0,len0)",
    "search(ptr,ptr0,len0,ptr1,len1,ptr2,len2,ptr3,len3,exact,exact_diacritics)",
    "__wbindgen_malloc",
    "__wbindgen_start()",
    "__wbindgen_free(deferred1_0,deferred1_1,1)",
)


def test_our_script_calls_the_search_as_pagefinds_own_does(raw: dict[str, bytes]) -> None:
    script = re.sub(r"\s", "", raw["pagefind.js"].decode())
    for call in CALLS:
        assert f"wasm.{call}" in script, call
    assert '{__proto__:null,"./pagefind_web_bg.js":import0,}' in script
    assert script.count("__wbindgen_init_externref_table") == 1, "the only thing that the search asks for"
    assert "search(ptr,term,originalTerm,filter_list,sort_list,exact_search,this.exactDiacritics)" in script
    for known in ('str.normalize("NFD").replace(/\\p{M}/gu,"")', "location:l.l", "balanced_score:l.s", "id:result2.p"):
        assert known in script, known


def test_a_browser_is_told_what_it_must_know_of_a_bundle() -> None:
    document = IndexedDocument(("барак",), ("сөз",), {"address": "x/", "text": "Сөз"})
    bundle = make_bundle([document], "ky")
    assert set(bundle.files) == {
        "wasm.pagefind",
        bundle.meta,
        *(f"index/{name}.pf_index" for name in bundle.chunks),
        f"fragment/{bundle.fragments['x/'].removesuffix('-0')}.pf_fragment",
    }


def documents(last: str = "сөз") -> list[SearchDocument]:
    texts = [" ".join(letters) for letters in product("абвгд", repeat=3)]
    return [
        SearchDocument(language, f"{at}/", "Барак", "Барак", f"{text} {last}", "")
        for language in ("ky", "ru")
        for at, text in enumerate(texts)
    ]


def test_two_indexes_of_the_same_documents_are_alike_byte_for_byte(tmp_path: Path) -> None:
    index.write_index(documents(), tmp_path / "one")
    index.write_index(documents()[::-1], tmp_path / "somewhere" / "else")
    one, other = content_of(tmp_path / "one"), content_of(tmp_path / "somewhere" / "else")
    assert len(one) > 10
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert {one[name][9] for name in one if name.endswith(".pf_fragment")} == {255}, "no name of a system"


def test_a_change_in_what_is_shown_renames_the_fragments_and_what_lists_them(tmp_path: Path) -> None:
    """«сөздөр» is indexed like «сөз»: by its words alone, Pagefind would give the same names to other content."""
    index.write_index(documents(), tmp_path / "one")
    index.write_index(documents("сөздөр"), tmp_path / "two")
    for pattern in ("ky/*.pf_meta", "ky/fragment/*"):
        one, two = ({file.name for file in (tmp_path / folder).glob(pattern)} for folder in ("one", "two"))
        assert one and not one & two
