"""The edition changed in every way that moves an address, and the lines that keep them all."""

import re
from pathlib import Path

from portal.content.permalinks import redirects_file
from portal.languages import LANGUAGES
from projects import TEXTS

OLD, NEW = "strategy/role", "priorities/function"
NEWS, NEWS_MOVED = "news/2020-04-01-kyrgyz-only", "news/2020-04-02-moved"
LINES = """\
news/2020-04-01-kyrgyz-only/: news/2020-04-02-moved/
strategy/role/: priorities/function/
strategy/review/#considered: strategy/situation/#discussed
strategy/situation/#known: strategy/situation/#facts
strategy/situation/#topics: strategy/situation/#discussed
strategy/directions/: priorities/
strategy/directions/#identified: priorities/#list
strategy/directions/#working-group: priorities/
gone:
  strategy/adoption/:
    since: 2026-11-20
    why: {ky: Сыноо үчүн алынды., ru: Снята для пробы., en: Withdrawn as a test.}
    see: strategy/
  about/linking/#webmasters:
    since: 2026-11-20
    why: {ky: Керексиз., ru: Раздел не нужен., en: Not needed.}
    see: about/linking/
  about/privacy/:
    since: 2026-11-20
    why: {ky: Эскирди., ru: Устарела., en: Out of date.}
    see: about/
"""
"""All lines of the edition's own file, the renamed id carried on, and those that the changes need."""


def change(project: Path) -> Path:
    """Rename a chapter and a news item, drop two sections, rename an id, withdraw a page and drop a section of a translation."""
    for language in LANGUAGES:
        docs = project / TEXTS[0] / language
        (docs / f"{OLD}.md").rename(docs / f"{NEW}.md")
        (docs / "about/privacy.md").unlink()
        for file in docs.rglob("*.md"):
            _mend_links(file, "../" * (len(file.relative_to(docs).parts) - 1) + f"{NEW}.md")
        if (docs / "strategy/review.md").exists():
            _drop_section(docs / "strategy/review.md", "considered")
        _drop_section(docs / "about/linking.md", "webmasters")
        _replace(docs / "strategy/situation.md", "{ #known }", "{ #facts }")
        _replace(docs / "strategy/situation.md", "\n  known: ", "\n  facts: ")
    _drop_section(project / f"docs/en/{NEW}.md", "union")
    news = (project / f"docs/ky/{NEWS}.md").rename(project / f"docs/ky/{NEWS_MOVED}.md")
    _replace(news, "date: 2020-04-01", "date: 2020-04-02")
    _replace(project / "mkdocs.yml", f"{OLD}.md", f"{NEW}.md")
    _replace(project / "mkdocs.yml", "      - about/privacy.md\n", "")
    return project


def keep_addresses(project: Path) -> Path:
    """Write the lines that keep every address of the changed edition."""
    (project / redirects_file.FILE).write_text(LINES, encoding="utf-8")
    return project


def _mend_links(file: Path, way: str) -> None:
    for link in (f"../{OLD}.md", f"{OLD}.md", "role.md"):
        _replace(file, f"]({link}", f"]({way}")
        _replace(file, f"]: {link}", f"]: {way}")


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _drop_section(file: Path, name: str) -> None:
    """Take a section out of a text, and the line that says what it follows."""
    text = re.sub(rf"(?m)^  {name}: [0-9a-f]{{8}}\n", "", file.read_text(encoding="utf-8"))
    at = text.index(f"{{ #{name} }}")
    end = text.find("\n## ", at) + 1 or len(text)
    file.write_text(text[: text.rindex("\n## ", 0, at) + 1] + text[end:], encoding="utf-8")
