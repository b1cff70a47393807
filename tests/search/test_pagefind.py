"""What the site knows of Pagefind's private formats holds for the version in use; bundles do what caches need."""

import json
import re
import tempfile
from itertools import product
from pathlib import Path

import pytest

from portal.publication.search import index, pagefind
from portal.publication.search.documents import SearchDocument
from portal.publication.search.pagefind import IndexedDocument


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


def test_a_temporary_folder_on_another_disk_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other disk")
    monkeypatch.setattr(tempfile, "tempdir", str(other))
    monkeypatch.setenv("TMPDIR", str(other))
    index.write_index([SearchDocument("ky", "a/", "сөз", "сөз", "", "")], tmp_path / "index")
    assert (tmp_path / "index/ky/start.json").is_file()


def test_a_fragment_has_the_keys_that_are_known(raw: dict[str, bytes]) -> None:
    found = [pagefind.read_fragment(raw[name]) for name in raw if name.startswith("fragment/")]
    assert sorted(found, key=lambda one: one["url"]) == [
        {
            "url": f"/{number}.html",
            "content": f"раз. два {number}.",
            "word_count": 3,
            "filters": {},
            "meta": {"title": "раз"},
            "anchors": [],
        }
        for number in range(3)
    ]


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


def test_a_browser_is_told_what_it_must_know_of_a_bundle(tmp_path: Path) -> None:
    document = IndexedDocument(("барак",), ("сөз",), {"address": "x/"})
    bundle = pagefind.write_bundle([document], "ky", tmp_path / "ky")
    names = {file.relative_to(tmp_path / "ky").as_posix() for file in (tmp_path / "ky").rglob("*.*")}
    assert names == {
        "wasm.pagefind",
        bundle.meta,
        *(f"index/{name}.pf_index" for name in bundle.chunks),
        f"fragment/{bundle.fragments['x/']}.pf_fragment",
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
    one, other = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (tmp_path / "one", tmp_path / "somewhere" / "else")
    )
    assert len(one) > 250
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert {one[name][9] for name in one if name.suffix == ".pf_fragment"} == {255}, "no name of a system"


def test_a_change_in_what_is_shown_renames_the_fragments_and_what_lists_them(tmp_path: Path) -> None:
    """«сөздөр» is indexed like «сөз»: by its words alone, Pagefind would give the same names to other content."""
    index.write_index(documents(), tmp_path / "one")
    index.write_index(documents("сөздөр"), tmp_path / "two")
    for pattern in ("ky/*.pf_meta", "ky/fragment/*"):
        one, two = ({file.name for file in (tmp_path / folder).glob(pattern)} for folder in ("one", "two"))
        assert one and not one & two
