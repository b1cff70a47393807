"""Big sites to measure: the real project with many more news items, in three languages, which no check objects to."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from pathlib import Path

from portal.content.reading.pages import read_page
from portal.languages import LANGUAGES
from projects import PARTS, ROOT

NEWS = "news/2020-03-12-strategy-discussion.md"
DOUBTFUL = {"ич ара ": "", "ЖӨБтү ": "", "USAIDтин ": "", "2020–2025-жж. ": "2020–2025-жылдарга ", "башкаруулардын Союзу": "башкаруулар Союзу"}
"""What an editor has still to settle in the news item, with words that nobody doubts."""
FIRST = datetime.date(2000, 1, 1)


def make(folder: Path, pages: int) -> Path:
    """A project in `folder` with `pages` pages in each language, committed to git."""
    for part in PARTS:
        place = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        place(ROOT / part, folder / part)
    fill(folder / "docs", pages)
    for command in (["init", "--quiet"], ["add", "--all"], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", "-C", folder, *command], check=True)
    return folder


def fill(docs: Path, pages: int) -> None:
    """Add the news item under ever other days and titles until there are `pages` pages in each language."""
    texts = {language: _item(docs, language) for language in LANGUAGES}
    for number in range(pages - len(list((docs / "ky").rglob("*.md")))):
        day = FIRST + datetime.timedelta(days=number)
        name, marks = f"news/{day}-item-{number}.md", ""
        for language in LANGUAGES:
            text = texts[language].replace("2020-03-12", str(day), 1).replace("\ndescription:", f" {number}\ndescription:", 1)
            (docs / language / name).write_text(text.replace("\n---", f"{marks}\n---", 1), encoding="utf-8")
            marks = marks or _marks(docs, name)


def _item(docs: Path, language: str) -> str:
    text = (docs / language / NEWS).read_text(encoding="utf-8")
    for doubtful, settled in DOUBTFUL.items():
        text = text.replace(doubtful, settled)
    return re.sub(r"\nfollows:\n(?:  .*\n)+---", "\n---", text)


def _marks(docs: Path, name: str) -> str:
    """What a translation of a page says it follows."""
    file = Path("docs/ky", name)
    page, _ = read_page(file, (docs.parent / file).read_bytes())
    assert page is not None
    return "\nfollows:" + "".join(f"\n  {section}: {mark}" for section, mark in page.fingerprints.items())
