"""Write new pages from their drafts."""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path

from portal.content.drafts import chapter_draft, news_draft, slug_of, translation_draft
from portal.content.edition import Edition
from portal.languages import ORIGINAL

NAV = Path("mkdocs.yml")
CHAPTER = re.compile(r"^( *- +)(?:[^\n:]+: +)?strategy/[\w/-]+\.md[ \t]*\n", re.MULTILINE)


def news_files(title: str, today: datetime.date) -> dict[Path, str]:
    """The file of a news item with its text."""
    return {_file(f"news/{today}-{slug_of(title)}"): news_draft(ORIGINAL, today, title)}


def chapter_files(title: str, today: datetime.date, nav: str) -> dict[Path, str]:
    """The file of a chapter with its text, and mkdocs.yml with the chapter after the last one of the strategy."""
    path = f"strategy/{slug_of(title)}"
    files = {_file(path): chapter_draft(ORIGINAL, today, title)}
    if chapters := list(CHAPTER.finditer(nav)):
        end = chapters[-1].end()
        files[NAV] = f"{nav[:end]}{chapters[-1][1]}{path}.md\n{nav[end:]}"
    return files


def translation_files(edition: Edition, path: str, language: str) -> dict[Path, str]:
    """The file of a translation with its text; KeyError where there is no such page."""
    original = edition.originals[path]
    return {Path("docs", language, original.relative_path): translation_draft(original, language)}


def write_files(root: Path, files: Mapping[Path, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")


def _file(path: str) -> Path:
    return Path("docs", ORIGINAL, f"{path}.md")
