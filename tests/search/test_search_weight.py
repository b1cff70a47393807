"""The first result of a cold search stays light."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from search.large_index import first_result, many

KB = 1000


@pytest.mark.parametrize("query", ["стратегиясынын", "agenttik", "онуктуруу кызматы"])
def test_the_first_result_on_a_hundred_pages_in_each_language_weighs_at_most_125_kilobytes(
    built: Path, tmp_path: Path, chromium: Browser, query: str
) -> None:
    loaded = first_result(many(100, built), tmp_path / "site", chromium, query)
    assert any("wasm" in name for name in loaded) and any("fragment" in name for name in loaded)
    assert sum(loaded.values()) <= 125 * KB, sorted(loaded.items(), key=lambda one: -one[1])[:12]
    assert not any("words.txt" in name or "suggestions" in name for name in loaded)
