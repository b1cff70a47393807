"""The first result of a cold search stays light."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from projects import SharedFolder
from search.large_index import first_result, many, search_site

KB = 1000


@pytest.mark.parametrize("query", ["стратегиясынын", "agenttik", "онуктуруу кызматы"])
@pytest.mark.parametrize(("pages", "limit"), [(0, 105), (100, 140)])
def test_the_first_result_is_light_today_and_with_a_hundred_more_pages_in_each_language(
    built: Path, shared_folder: SharedFolder, chromium: Browser, query: str, pages: int, limit: int
) -> None:
    site = shared_folder(f"search-{pages}", lambda folder: search_site(many(pages, built), folder))
    loaded = first_result(site, chromium, query)
    assert any("wasm" in name for name in loaded) and any("fragment" in name for name in loaded)
    assert sum(loaded.values()) <= limit * KB, sorted(loaded.items(), key=lambda one: -one[1])[:12]
    assert pages == 0 or not any("dictionary.txt" in name or "did-you-mean" in name for name in loaded)
