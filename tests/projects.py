"""Projects to test: the program with the frozen edition or with the living texts, built as their users build them."""

import compileall
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.content.permalinks import lock
from portal.publication.assets.cards import CACHE as CARDS

ROOT = Path(__file__).resolve().parents[1]
EDITION = ROOT / "tests" / "edition"
PROGRAM = ("language", "overrides", "scripts")
ROOT_FILES = ("pyproject.toml", "uv.lock", ".gitignore")
TEXTS = ("docs", lock.FILE.parent.as_posix())
SETTINGS = "mkdocs.yml"
CONTACT = re.compile(r"  contact:\n(?:    .*\n)+")
PREFIXES = ("/", "/a/b/")
MOMENT = "2026-11-22T12:00:00+06:00"
drawn: Path | None = None
"""Where the cards are that builds of this session have drawn."""
SharedFolder = Callable[[str, Callable[[Path], object]], Path]
"""Makes a folder of that name once for all workers."""
WHO = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}


def edition_project(folder: Path) -> Path:
    """The program with the frozen edition in `folder`, committed to git."""
    copy_program(folder)
    for part in TEXTS:
        shutil.copytree(EDITION / part, folder / part)
    write_settings(folder, (EDITION / "nav.yml").read_text(encoding="utf-8"))
    return committed(folder)


def living_project(folder: Path) -> Path:
    """The project as it stands, with the living texts, committed to git in `folder`."""
    copy_program(folder)
    for part in TEXTS:
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / SETTINGS, folder)
    return committed(folder)


def copy_program(folder: Path) -> None:
    """Copy all that is neither text nor settings; the program is compiled once, not in each copy."""
    compileall.compile_dir(ROOT / "scripts", quiet=2)
    for part in PROGRAM:
        shutil.copytree(ROOT / part, folder / part)
    for name in ROOT_FILES:
        shutil.copy(ROOT / name, folder)


def write_settings(folder: Path, nav: str, contact: str = "{}") -> None:
    """Write the project's settings with another list of pages, and another contact."""
    settings, mark, _ = (ROOT / SETTINGS).read_text(encoding="utf-8").partition("\nnav:")
    assert mark, "nav is the last part of mkdocs.yml"
    settings, found = CONTACT.subn(f"  contact: {contact}\n", settings)
    assert found == 1, "the contact has lines of its own"
    (folder / SETTINGS).write_text(f"{settings}\n{nav}", encoding="utf-8")


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def git(folder: Path, *arguments: str, moment: str = MOMENT) -> str:
    """Run git in `folder` under a made-up name, at a fixed moment."""
    command = ["git", "-C", folder, *arguments]
    when = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    run = subprocess.run(
        command, env=os.environ | WHO | when, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return run.stdout.strip()


def commit(folder: Path, moment: str = MOMENT) -> str:
    """Commit all that stands in `folder`; returns the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x", moment=moment)
    return git(folder, "rev-parse", "HEAD")


def committed(folder: Path) -> Path:
    """Put `folder` under git and commit it."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


@contextmanager
def kept_cards(project: Path) -> Iterator[None]:
    """Share the cards that builds draw among all projects of the tests: drawing them takes a third of a build."""
    cards = project / "build" / CARDS
    if drawn and drawn.exists():
        shutil.copytree(drawn, cards, dirs_exist_ok=True)
    yield
    if drawn and cards.exists():
        drawn.mkdir(exist_ok=True)
        for card in {file.name for file in cards.iterdir()} - {file.name for file in drawn.iterdir()}:
            unfinished = shutil.copy(cards / card, drawn.with_name(f"{card}-{os.getpid()}"))
            Path(unfinished).replace(drawn / card)


def mkdocs(project: Path, prefix: str = "/", *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project with plain `mkdocs build` for the address https://example.org and a prefix."""
    variables = {
        "SITE_URL": f"https://example.org{prefix}",
        "NO_MKDOCS_2_WARNING": "1",
        "GITHUB_REPOSITORY": "",
    } | environment
    with kept_cards(project):
        return run_python(project, "-m", "mkdocs", "--quiet", "build", "--strict", *options, **variables)


def build(project: Path, prefix: str = "/", **environment: str) -> Path:
    """Build a project that must build; returns the folder of its site."""
    run = mkdocs(project, prefix, **environment)
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "build" / "site"


def publish(project: Path) -> subprocess.CompletedProcess[str]:
    """Build a project into site/, for the address https://example.org/a/b, without its last slash."""
    variables = {"SITE_URL": "https://example.org/a/b", "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": ""}
    with kept_cards(project):
        return run_python(project, "scripts/build_site.py", **variables)


def run_python(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a project, away from GitHub and from the base of the project under test."""
    away = {name: value for name, value in os.environ.items() if name != "BASE_REF" and not name.startswith("GITHUB_")}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=project, env=away | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
