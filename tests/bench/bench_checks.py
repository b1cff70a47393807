"""How long all checks of a large site take, in seconds of the processor."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from bench.big_site import fill
from portal.content.compilation import check
from projects import ROOT

PAGES = 1000
LIMIT = 10.0


def test_all_checks_of_a_thousand_pages_in_three_languages_take_less_than_ten_seconds(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs)
    fill(docs, PAGES)
    begin = time.process_time()
    problems = check(docs)
    taken = time.process_time() - begin
    print(f"checks of {PAGES} × 3 pages: {taken:.1f} s")
    assert problems == []
    assert taken < LIMIT
