"""The day of the adopted strategy on the frozen edition: .github/PUBLISHING.md step by step, with plain samples as texts."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from projects import ROOT, SETTINGS, commit

CHAPTERS, SECTIONS = 14, 4
KEPT = "role"
ARCHIVED = ("review", "situation")
"""The first stays in the list of pages, the second leaves it."""
DAY = "2026-05-14"
BODY = "Сыноо жыйыны & > кеңеш"
SAMPLE = re.search(r"(?m)^ +status: adopted\n(?: +.*\n)+", (ROOT / ".github/PUBLISHING.md").read_text(encoding="utf-8"))
assert SAMPLE
FACTS = (
    dedent(SAMPLE[0]).replace("Сыноо жыйыны", BODY)
    + f"""\
  - title: Сыноо баяны & үлгү
    date: {DAY}
    link: https://elsewhere.example/report?a=1&b=2
  - title: Кагаздагы сыноо документи
    date: {DAY}
  - news/2020-03-12-strategy-discussion#discussion
"""
)
"""What the sample of the steps says, with further sources."""
OVERVIEW = f"""---
title: Сыноо стратегиясы
description: Бул стратегия сыноо үчүн гана жазылган.
{FACTS}---

## Бул эмне {{ #about }}

Бул текст сыноо үчүн гана жазылган.

## Бөлүмдөр кантип түзүлгөн {{ #arrangement }}

Бөлүмдөрдү тесттин программасы түзгөн.

## Стратегиянын абалы {{ #status }}

Сыноо стратегиясы 2026-жылдын 14-майында сыноо жыйынында бекитилген.
"""


def arrive(project: Path) -> Path:
    """Take the steps of .github/PUBLISHING.md in a copy of the edition, in Kyrgyz alone."""
    strategy = project / "docs/ky/strategy"
    (project / "docs/assets/decision.pdf").write_text("%PDF-1.7 a plain sample %%EOF\n", encoding="utf-8")
    (strategy / "index.md").write_text(OVERVIEW, encoding="utf-8")
    for number in range(1, CHAPTERS):
        (strategy / f"sample-{number:02}.md").write_text(chapter(number), encoding="utf-8")
    edit(project / SETTINGS, with_chapters)
    edit(strategy / f"{KEPT}.md", adopted)
    for name in ARCHIVED:
        edit(strategy / f"{name}.md", lambda text: text.replace("status: draft", "status: archived"))
    commit(project)
    return project


def chapter(number: int) -> str:
    """A sample chapter that follows the kept one."""
    head = f"---\ntitle: Сыноо бөлүмү {number + 1}\ndescription: Бул {number + 1}-бөлүм сыноо үчүн гана жазылган.\n{FACTS}---\n"
    sections = (
        f"\n## Сыноо бөлүгү {number + 1}.{part} {{ #part-{part} }}\n\nБул сүйлөм {number + 1}-бөлүмдүн {part}-бөлүгүндө турат.\n"
        for part in range(1, SECTIONS + 1)
    )
    return head + "".join(sections)


def with_chapters(settings: str) -> str:
    """The settings whose list of pages has the new chapters, and the second of the archived ones no longer."""
    lines = "".join(f"      - strategy/sample-{number:02}.md\n" for number in range(1, CHAPTERS))
    kept = f"      - strategy/{KEPT}.md\n"
    return settings.replace(kept, kept + lines).replace(f"      - strategy/{ARCHIVED[1]}.md\n", "")


def adopted(text: str) -> str:
    """A chapter that stays, with the facts of the adopted strategy."""
    return re.sub(r"status: draft\n.*?(?=---\n)", FACTS, text, count=1, flags=re.DOTALL)


def edit(file: Path, change: Callable[[str], str]) -> None:
    before = file.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, file
    file.write_text(after, encoding="utf-8")
