"""Big sites to measure: the real project with many more news items, in three languages, committed to git."""

from __future__ import annotations

import datetime
import random
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ("addresses", "docs", "overrides", "scripts", "mkdocs.yml")
FIRST = datetime.date(2020, 4, 1)
SECTIONS, PARAGRAPHS, WORDS = 5, 2, 60


def make(folder: Path, items: int, seed: int = 1) -> Path:
    """A project in `folder` with `items` news items more than the real one; the same for the same seed."""
    for part in PARTS:
        place = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        place(ROOT / part, folder / part)
    words = {language: vocabulary(language) for language in ("ky", "ru", "en")}
    for number in range(items):
        day = FIRST + datetime.timedelta(days=number)
        for language, known in words.items():
            file = folder / "docs" / language / "news" / f"{day}-item-{number}.md"
            file.write_text(article(day, known, random.Random(f"{seed} {number} {language}")), encoding="utf-8")
    for command in (["init", "--quiet"], ["add", "--all"], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", "-C", folder, *command], check=True)
    return folder


def vocabulary(language: str) -> list[str]:
    """The words of the real texts of a language."""
    texts = (file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs" / language).rglob("*.md")))
    return sorted({word.strip(".,:;«»“”()") for text in texts for word in text.split() if word.strip(".,:;«»“”()").isalpha()})


def article(day: datetime.date, words: list[str], chance: random.Random) -> str:
    """A news item with sections that have ids, and paragraphs of words at random."""

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count)).capitalize()

    parts = [f"---\ntitle: {some(7)}\ndescription: {some(12)}\ndate: {day}\n---", *(f"{some(WORDS)}." for _ in range(PARAGRAPHS))]
    for section in range(SECTIONS):
        parts += [f"## {some(5)} {{ #part-{section} }}", *(f"{some(WORDS)}." for _ in range(PARAGRAPHS))]
    return "\n\n".join(parts) + "\n"
