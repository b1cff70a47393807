"""How long all checks of a large site take, in seconds of the processor."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

from portal.pages import read_page
from portal.rules import check

ROOT = Path(__file__).parents[2]
NEWS = "news/2020-03-12-strategy-discussion.md"
DOUBTFUL = {"ич ара ": "", "ЖӨБтү ": "", "USAIDтин ": "", "2020–2025-жж. ": "2020–2025-жылдарга ", "башкаруулардын Союзу": "башкаруулар Союзу"}
"""What an editor has still to settle in the news item, with words that nobody doubts."""

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
    """The site's own pages, and its news item under ever other days and titles, until there are a thousand pages in each language."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    texts = {language: _without_doubts((docs / language / NEWS).read_text(encoding="utf-8")) for language in ("ky", "ru", "en")}
    for number in range(PAGES - len(list((docs / "ky").rglob("*.md")))):
        day = f"{2000 + number // 300}-{number % 300 // 25 + 1:02}-{number % 25 + 1:02}"
        marks = ""
        for language, text in texts.items():
            name = f"{language}/news/{day}-item-{number}.md"
            text = text.replace("2020-03-12", day, 1).replace("\ndescription:", f" {number}\ndescription:", 1)
            (docs / name).write_text(text.replace("\n---", f"{marks}\n---", 1), encoding="utf-8")
            marks = marks or _marks(docs, name)
    return docs


def _without_doubts(text: str) -> str:
    for doubtful, settled in DOUBTFUL.items():
        text = text.replace(doubtful, settled)
    return re.sub(r"\nfollows:\n(?:  .*\n)+---", "\n---", text)


def _marks(docs: Path, name: str) -> str:
    """What a translation of a page says it follows."""
    page, _ = read_page(Path("docs") / name, (docs / name).read_bytes())
    assert page is not None
    return "\nfollows:" + "".join(f"\n  {section}: {mark}" for section, mark in page.fingerprints.items())
