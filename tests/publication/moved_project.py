"""The real project changed in every way that moves an address, and the lines that keep them all."""

from __future__ import annotations

import re
from pathlib import Path

import projects

from portal.languages import LANGUAGES

OLD, NEW = "strategy/role", "priorities/function"
LINES = """\
strategy/role/: priorities/function/
strategy/review/#considered: strategy/situation/#discussed
strategy/situation/#known: strategy/situation/#facts
gone:
  strategy/adoption/#compass:
    since: 2026-11-20
    why: {ky: Керексиз., ru: Раздел не нужен., en: Not needed.}
    see: strategy/
  about/privacy/:
    since: 2026-11-20
    why: {ky: Эскирди., ru: Устарела., en: Out of date.}
    see: about/
"""


def change(project: Path) -> None:
    """Commit the project as it is, then rename a chapter, drop two sections, rename an id, withdraw a page, drop a translation."""
    projects.git(project, "init", "--quiet")
    projects.commit(project)
    for language in LANGUAGES:
        docs = project / "docs" / language
        (docs / f"{OLD}.md").rename(docs / f"{NEW}.md")
        (docs / "about/privacy.md").unlink()
        for file in docs.rglob("*.md"):
            _mend(file, "../" * (len(file.relative_to(docs).parts) - 1) + f"{NEW}.md")
        _drop(docs / "strategy/review.md", "considered")
        _drop(docs / "strategy/adoption.md", "compass")
        _replace(docs / "strategy/situation.md", "{ #known }", "{ #facts }")
        _replace(docs / "strategy/situation.md", "\n  known: ", "\n  facts: ")
    _drop(project / f"docs/en/{NEW}.md", "union")
    _replace(project / "mkdocs.yml", f"{OLD}.md", f"{NEW}.md")
    _replace(project / "mkdocs.yml", "      - about/privacy.md\n", "")


def _mend(file: Path, way: str) -> None:
    for link in (f"../{OLD}.md", f"{OLD}.md", "role.md"):
        _replace(file, f"]({link}", f"]({way}")


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _drop(file: Path, name: str) -> None:
    """Take a section out of a text, and the line that says what it follows."""
    text = re.sub(rf"(?m)^  {name}: [0-9a-f]{{8}}\n", "", file.read_text(encoding="utf-8"))
    at = text.index(f"{{ #{name} }}")
    end = text.find("\n## ", at) + 1 or len(text)
    file.write_text(text[: text.rindex("\n## ", 0, at) + 1] + text[end:], encoding="utf-8")
