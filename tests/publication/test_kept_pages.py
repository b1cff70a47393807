"""What an earlier build kept of built pages and of the search gives the same site."""

from pathlib import Path

import pytest

from portal.languages import LANGUAGES
from portal.publication import built_page
from portal.publication.built_page import read_site
from portal.publication.search import analysis, index
from portal.publication.search.index import PLACE, write_index
from portal.publication.search.pagefind import read_words
from portal.store import Store
from projects import content_of


def test_pages_and_the_index_are_the_same_read_anew_or_kept(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed, kept = read_site(built), []
    for build in ("first", "second"):
        if build == "second":  # It parses and counts nothing.
            monkeypatch.setattr(built_page, "LexborHTMLParser", None)
            monkeypatch.setattr(index, "make_bundle", None)
        with Store(tmp_path) as store:
            kept.append(read_site(built, store))
            write_index((each for page in kept[-1] for each in page.documents), tmp_path / build, store)
        assert content_of(tmp_path / build).items() <= content_of(built / PLACE).items()
    assert kept == [parsed, parsed]
    assert len(parsed) > 50


def test_a_page_that_changed_is_read_anew(tmp_path: Path) -> None:
    page, changed = tmp_path / "site/ru/x/index.html", ("<h1>One</h1>", "<h1>Another</h1>")
    page.parent.mkdir(parents=True)
    titles = []
    for heading in (*changed, changed[0]):
        page.write_text(f'<!doctype html><html lang="ru"><body><main>{heading}</main></body></html>', encoding="utf-8")
        with Store(tmp_path) as store:
            titles += [title for found in read_site(tmp_path / "site", store) for _, title in found.titles]
    assert titles == ["One", "Another", "One"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pagefind_reads_anew_only_words_with_the_first_letter_of_a_new_one(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, more = ["o'neil", "osh", "барак", "бий", "сөз"], ["o'neil", "osh", "барак", "бий", "булак", "сөз"]
    monkeypatch.setattr(analysis, "read_words", lambda words, _: read.append([*words]) or read_words(words, language))
    read: list[list[str]] = []
    with Store(tmp_path) as store:
        found = [analysis.analyse(each, language, store) for each in (words, words, more)]
    assert read == [words, ["барак", "бий", "булак"]]
    assert found == [read_words(each, language) for each in (words, words, more)]
