"""Odd queries, a broken index and a lost connection are answered calmly."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from hosting import hosted
from portal.publication.search.index import interface_strings
from search.visit import Visit, visiting

ODD = [
    ("", "hint"),
    ("    ", "hint"),
    ("?!…—", "no_words"),
    ("💧🏔", "no_words"),
    ("ж" * 10_000, "no_words"),
    ("<img src=ъ onerror=alert(ъ)><b>ъъъъ</b>", "none"),
    ("ҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥҥ", "none"),
    ("$query $count ъъъ", "none"),
    ('"«» ъъъ', "none"),
]


def test_odd_queries_are_answered_calmly_and_nothing_is_injected(visit: Visit) -> None:
    visit.open()
    for query, key in ODD:
        visit.type("стратегия")
        assert visit.addresses()
        visit.page.evaluate(
            "query => { const f = document.querySelector('dialog .search-field'); f.value = query; f.dispatchEvent(new Event('input')) }",
            query,
        )
        start = interface_strings("ky")[key].partition("$")[0]
        visit.page.wait_for_function(
            "start => document.querySelector('dialog .search-status').textContent.startsWith(start)", arg=start
        )
        visit.page.wait_for_selector("dialog .search-results:not([inert])", state="attached")
        assert visit.addresses() == [], query
        assert visit.page.locator("dialog :is(img, b, script)").count() == 0, query
        if key == "none":
            assert query[:20] in visit.said()


# What happens to files that a host has lost, or filled with a page of its own.
SPOILS: dict[str, Callable[[Path], object]] = {
    "lost": lambda file: file.unlink(),
    "another": lambda file: file.write_text("<!doctype html><p>Not this</p>", encoding="utf-8"),
}


@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize(
    "pattern",
    [
        "ky/start.json",
        "ky/*.pf_meta",
        "ky/wasm.pagefind",
        "ky/index/*",
        "ky/fragment/*",
        "kyrgyz.json",
    ],
)
def test_a_missing_or_broken_index_is_told_calmly(
    page: Page, built: Path, tmp_path: Path, pattern: str, spoil: str
) -> None:
    folder = shutil.copytree(built, tmp_path / "site")
    files = list((folder / "assets/search/index").glob(pattern))
    assert files
    for file in files:
        SPOILS[spoil](file)
    with hosted(folder) as site, visiting(page, site) as visit:
        visit.page.goto(site)
        visit.page.keyboard.press("/")
        visit.page.wait_for_selector("dialog.search[open]")
        visit.page.fill("dialog .search-field", "стратегия")
        broken = visit.page.get_attribute("dialog.search", "data-broken")
        visit.page.wait_for_function(
            "text => document.querySelector('dialog .search-status').textContent === text", arg=broken
        )
        assert visit.addresses() == []
        # The browser itself notes a file that is not there; nothing else may be noted.
        assert [fault for fault in visit.faults if "404" not in fault] == []


def test_a_reader_without_connection_is_told_so(visit: Visit) -> None:
    visit.open()
    visit.page.context.set_offline(True)
    visit.page.fill("dialog .search-field", "институт")
    offline = visit.page.get_attribute("dialog.search", "data-offline")
    visit.page.wait_for_function(
        "text => document.querySelector('dialog .search-status').textContent === text", arg=offline
    )
    visit.page.context.set_offline(False)
    visit.type("дирекция")
    assert visit.addresses()
    visit.faults[:] = [fault for fault in visit.faults if "ERR_INTERNET_DISCONNECTED" not in fault]
