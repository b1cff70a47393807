"""How long all checks of a large site take, in seconds of the processor: with about a million words."""

from __future__ import annotations

import time
from pathlib import Path

from bench.large_project import make_project
from portal.content.compilation import check_content, read_content

PAGES = 300
LIMIT = 10.0


def test_all_checks_of_300_documents_in_three_languages_take_less_than_ten_seconds(tmp_path: Path) -> None:
    docs = make_project(tmp_path, PAGES) / "docs"
    begin = time.process_time()
    problems = check_content(read_content(docs))
    taken = time.process_time() - begin
    print(f"checks of {PAGES} × 3 documents: {taken:.1f} s")
    assert [problem for problem in problems if not problem.warning] == []
    assert taken < LIMIT
