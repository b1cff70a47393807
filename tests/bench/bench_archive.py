"""How much heavier an archive of news makes the pages that are none of it: at most a tenth.

bench_archive.py [ITEMS]    news items in each of three languages, 2000 unless told
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.large_archive import add_news
from portal.addresses import page_url
from portal.languages import LANGUAGES
from projects import build, commit, edition_project

LIMIT = 1.10
FLAT = ("", "news", "about", "about/links", "status", "search")
"""The paths of pages that stay as heavy as they are."""


def main() -> int:
    """Build both, measure, print; 1 when a page is too heavy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", nargs="?", type=int, default=2000)
    items = parser.parse_args().items
    with tempfile.TemporaryDirectory() as folder:
        small = build(edition_project(Path(folder, "small")))
        large = edition_project(Path(folder, "large"))
        add_news(large / "docs", items)
        commit(large)
        found = growth(small, build(large))
    for url, (before, after) in found.items():
        print(f"{items} × 3 items: /{url} {before / 1000:.1f} KB → {after / 1000:.1f} KB ({after / before:.2f} ×)")
    return int(any(after > before * LIMIT for before, after in found.values()))


def growth(small: Path, large: Path) -> dict[str, tuple[int, int]]:
    """The bytes of each flat page on two sites, by its address."""
    urls = [page_url(path, language) for path in FLAT for language in LANGUAGES]
    return {url: tuple((site / url / "index.html").stat().st_size for site in (small, large)) for url in urls}


if __name__ == "__main__":
    sys.exit(main())
