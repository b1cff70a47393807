"""The contestants: a project of ours, and the same texts for stock Material and for Hugo."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.document_text import Document
from bench.large_project import make_project
from portal.languages import LANGUAGES
from projects import SETTINGS

EDIT = " Бул сүйлөм кийин кошулган.\n"
HERE = Path(__file__).parent
KYRGYZ = Path("overrides/partials/languages/ky.html")
"""Material fails without it."""
PYTHON = (sys.executable, "-X", "utf8")
EDITED_FILE = Path("docs/ky") / f"{Document(0).path}.md"


@dataclass(frozen=True)
class Contestant:
    """A command in a folder."""

    name: str
    folder: str
    command: tuple[str, ...]
    removed: tuple[str, ...] = ()
    """What it made the last time, and must make anew."""
    site: str = ""
    """The folder of the whole site that it makes."""


OURS = Contestant("ours: full build", "ours", (*PYTHON, "scripts/build_site.py"), ("build", "site"), "site")
EDITED = Contestant("ours: after one edited paragraph", "ours", OURS.command)
CHECK = Contestant("ours: make check", "ours", (*PYTHON, "scripts/check.py"))
STOCK = Contestant("stock Material + i18n", "stock", (*PYTHON, "-m", "mkdocs", "--quiet", "build"), ("site",), "site")
HUGO = Contestant("Hugo", "hugo", (str(Path(sys.executable).with_name("hugo")), "--quiet"), ("public", "resources"))
PAGEFIND = Contestant("Pagefind after it", "hugo", (*PYTHON, "-m", "pagefind", "--site", "public"), site="public")
CONTESTANTS = (OURS, EDITED, CHECK, STOCK, HUGO, PAGEFIND)
"""In the order of a round: each finds what it needs of those before it."""
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/", "GITHUB_REPOSITORY": ""}


def prepare(contestant: Contestant, folder: Path) -> None:
    """Bring the folder into the state from which the command starts."""
    for name in contestant.removed:
        shutil.rmtree(folder / name, ignore_errors=True)
    if contestant is EDITED:
        with (folder / EDITED_FILE).open("a", encoding="utf-8", newline="\n") as text:
            text.write(EDIT)


def make_folders(place: Path, count: int) -> None:
    """Make the folders of the contestants, with so many documents in each language."""
    project = make_project(place / "ours", count)
    _make_stock(project, place / "stock")
    _make_hugo(project, place / "hugo")


def _make_stock(project: Path, folder: Path) -> None:
    shutil.copytree(project / "docs", folder / "docs")
    (folder / KYRGYZ).parent.mkdir(parents=True)
    shutil.copy(project / KYRGYZ, folder / KYRGYZ)
    _, mark, nav = (project / SETTINGS).read_text(encoding="utf-8").partition("\nnav:")
    settings = (HERE / "stock" / SETTINGS).read_text(encoding="utf-8")
    (folder / SETTINGS).write_text(settings + mark + nav, encoding="utf-8")


def _make_hugo(project: Path, folder: Path) -> None:
    """Hugo's own layout of a folder of texts, each folder with an index."""
    shutil.copytree(HERE / "hugo", folder)
    for language in LANGUAGES:
        texts = project / "docs" / language
        for file in texts.rglob("*.md"):
            content = folder / "content" / language / file.relative_to(texts)
            content.parent.mkdir(parents=True, exist_ok=True)
            text = file.read_text(encoding="utf-8").replace("index.md", "_index.md")
            content.with_name(content.name.replace("index.md", "_index.md")).write_text(text, encoding="utf-8")
        for inner in {file.parent for file in (folder / "content" / language).rglob("*.md")}:
            if not (index := inner / "_index.md").exists():
                index.write_text(f"---\ntitle: {inner.name}\n---\n", encoding="utf-8")
