"""A large archive to measure: the news item of the frozen edition many times, in three languages, which no check objects to."""

from __future__ import annotations

import datetime
from pathlib import Path

from portal.languages import LANGUAGES

NEWS = "news/2020-03-12-strategy-discussion.md"
DOUBTFUL = {
    "ич ара ": "",
    "ЖӨБтү ": "",
    "USAIDтин ": "",
    "2020–2025-жж. ": "2020–2025-жылдарга ",
    "башкаруулардын Союзу": "башкаруулар Союзу",
}
"""What an editor has still to settle in the news item, with words that nobody doubts."""
FIRST = datetime.date(2000, 1, 1)


def add_news(docs: Path, items: int, apart: int = 1) -> None:
    """Add the news item so many times in each language, under ever other titles and days, so many days apart."""
    texts = {language: _item(docs, language) for language in LANGUAGES}
    for number in range(items):
        day = FIRST + datetime.timedelta(days=number * apart)
        for language, text in texts.items():
            item = text.replace("2020-03-12", str(day), 1).replace("\ndescription:", f" {number}\ndescription:", 1)
            (docs / language / f"news/{day}-item-{number}.md").write_text(item, encoding="utf-8")


def _item(docs: Path, language: str) -> str:
    text = (docs / language / NEWS).read_text(encoding="utf-8")
    for doubtful, settled in DOUBTFUL.items():
        text = text.replace(doubtful, settled)
    return text
