"""How heavy the first result is, and how long the index takes, on a thousand pages in each language.

bench_search.py [PAGES]    made-up pages in each of three languages, 1000 unless told
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import FLAGS, find_browser
from projects import build, edition_project
from search.large_index import first_result, many, search_site

LIMIT, FURTHER_WORD = 150_000, 15_000
"""Bytes for a query of one word, and for the chunk of the index that each further word may need."""
QUERIES = ("стратегиясынын", "онугуу", "agenttik", "стратегиясынын долбоору", "мамлекеттик кызмат")


def main() -> int:
    """Measure and print; 1 when a first result is too heavy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    pages, heavy = parser.parse_args().pages, False
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        found = many(pages, build(edition_project(Path(temporary, "project"))))
        folder = Path(temporary, "search")
        search_site(found, folder)
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + sandbox)
        for query in QUERIES:
            begin = time.monotonic()
            loaded = first_result(folder, chromium, query)
            weight = sum(loaded.values())
            heavy |= weight > LIMIT + FURTHER_WORD * query.count(" ")
            print(
                f"{pages} × 3 pages, {len(found)} records, «{query}»: {weight / 1000:.1f} KB in {len(loaded)} files; answer {time.monotonic() - begin:.0f} s"
            )
        chromium.close()
    return int(heavy)


if __name__ == "__main__":
    sys.exit(main())
