"""How long all checks of a large site take, in seconds of the processor."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from portal.rules import check

ROOT = Path(__file__).parents[2]
NEWS = "news/2020-03-12-strategy-discussion.md"
DOUBTFUL = ("ич ара ", "ЖӨБтү ", "USAIDтин ", "2020–2025-жж. ", "Кыргыз Республикасынын ")
PAGES = 1000
LIMIT = 10.0


def test_all_checks_of_a_thousand_pages_in_three_languages_take_less_than_ten_seconds(tmp_path: Path) -> None:
    docs = _large(tmp_path)
    begin = time.process_time()
    problems = check(docs)
    taken = time.process_time() - begin
    print(f"checks of {PAGES} × 3 pages: {taken:.1f} s")
    assert problems == []
    assert taken < LIMIT


def _large(folder: Path) -> Path:
    """The site's own pages, and its news item, each time a little different, until there are a thousand pages in each language."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    for language in ("ky", "ru", "en"):
        text = (docs / language / NEWS).read_text(encoding="utf-8")
        for doubtful in DOUBTFUL:
            text = text.replace(doubtful, "")
        for number in range(PAGES - len(list((docs / language).rglob("*.md")))):
            day = f"{2000 + number // 300}-{number % 300 // 25 + 1:02}-{number % 25 + 1:02}"
            file = docs / language / f"news/{day}-item-{number}.md"
            paragraphs = text.replace("2020-03-12", day, 1).replace(". ", f" {number}. ").replace(".\n", f" {number}.\n")
            file.write_text(paragraphs, encoding="utf-8")
    return docs
