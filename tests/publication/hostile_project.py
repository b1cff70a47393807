"""A site of texts and facts that try to bring more onto a page than words, as far as the check lets them pass."""

from collections.abc import Iterator
from pathlib import Path

from projects import EDITION, build, edition_project, write_settings
from publication import hostile_texts

HEAD = "---\ntitle: Зыян\ndescription: Зыян келтирбеген тексттер\n---\n\n## Башы { #aa }\n\n"
NEWS = "---\ntitle: FACT\ndescription: FACT\ndate: DAY\nsource: FACT\n---\nauthor: Сөз.\n"
CHAPTER = """---
title: FACT
description: FACT
status: adopted
status_date: 2026-11-01
adopted_by: FACT
based_on:
  - title: FACT
    date: 2026-11-01
    number: FACT
---

## &lt;img src=x onerror=alert(1)&gt; &quot;аты&quot; { #tag }

Сөз.
"""
REASON = "Сыноо үчүн алынды."
HOSTILE_REASON = "'Сыноо \" onclick=alert(1) x=&lt;img src=x onerror=alert(1)&gt;'"


def pages() -> Iterator[tuple[str, str]]:
    """The texts by their files below docs/ky."""
    yield "about/hostile.md", HEAD + "\n\n".join(hostile_texts.HARMLESS) + "\n"
    for day, fact in enumerate(hostile_texts.FACTS_HARMLESS, 1):
        yield f"news/2026-11-{day:02}-fact.md", NEWS.replace("FACT", fact).replace("DAY", f"2026-11-{day:02}")
        yield f"strategy/hostile-{day}.md", CHAPTER.replace("FACT", fact)


def build_site(folder: Path) -> Path:
    edition_project(folder)
    for name, text in pages():
        (folder / "docs/ky" / name).write_text(text, encoding="utf-8")
    moved = folder / "records/moved.yml"
    moved.write_text(moved.read_text(encoding="utf-8").replace(REASON, HOSTILE_REASON), encoding="utf-8")
    ordered = "".join(f"  - {name}\n" for name, _ in pages() if not name.startswith("news/"))
    write_settings(folder, (EDITION / "nav.yml").read_text(encoding="utf-8") + ordered)
    return build(folder)
