"""The first result of a cold search stays light."""

from pathlib import Path

from heavy import first_result, many
from playwright.sync_api import Browser

from portal.search import records

KB = 1000
QUERIES = ("стратегиясынын", "онугуу", "agenttik")
"""Of one word: each further word may load one more part of the index, up to 19 KB."""


def test_the_first_result_on_a_hundred_pages_in_each_language_weighs_at_most_125_kilobytes(built: Path, prefix: str, tmp_path: Path, chromium: Browser) -> None:
    if prefix == "/":
        for number, query in enumerate(QUERIES):
            loaded = first_result(many(100, built), tmp_path / str(number), chromium, query)
            assert any("wasm" in name for name in loaded) and any("fragment" in name for name in loaded)
            assert sum(loaded.values()) <= 125 * KB, sorted(loaded.items(), key=lambda one: -one[1])[:12]
            assert not any("words.txt" in name for name in loaded)
    assert list(records.read(built))
