"""Small docs/ to check: the good ones, with one case laid over them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from content import uploads
from portal.content.edition import Edition
from portal.content.permalinks.baseline import Baseline
from portal.content.permalinks.redirects_file import Redirects
from portal.content.permalinks.resolver import Permalinks
from portal.content.reading.pages import Page
from portal.content.translations.status import Translations

HERE = Path(__file__).parent
GOOD = HERE / "good" / "docs"
CASES = HERE / "cases"
PAGE = "---\ntitle: Тажрыйба\ndescription: Тажрыйба барагы\n---\n"

Make = Callable[[Path, pytest.MonkeyPatch], None]


def fixed_docs(case: str, folder: Path) -> Path:
    """The good docs under `folder`, the fixed files of a case laid over them; returns its docs/."""
    docs = folder / "docs"
    shutil.copytree(GOOD, docs)
    _lay_over(CASES / case / "twin", folder)
    return docs


def broken_docs(case: str, folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """The good docs under `folder`, the files of a case laid over them; returns its docs/."""
    docs = folder / "docs"
    shutil.copytree(GOOD, docs)
    if case in MADE:
        MADE[case](docs, patch)
    else:
        _lay_over(CASES / case, folder)
    return docs


def _lay_over(case: Path, folder: Path) -> None:
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("twin", "expected.txt"))


def _unreadable(docs: Path, patch: pytest.MonkeyPatch) -> None:
    """A file and a folder that may not be read; by patching, for the owner of the machine may read everything."""
    closed = {docs / "ru/index.md", docs / "ky/about"}
    opened, listed = Path.open, Path.iterdir

    def guarded(action: Callable[..., object]) -> Callable[..., object]:
        def act(path: Path, *arguments: object, **options: object) -> object:
            if path in closed:
                raise PermissionError(13, "Permission denied")
            return action(path, *arguments, **options)

        return act

    patch.setattr(Path, "open", guarded(opened))
    patch.setattr(Path, "iterdir", guarded(listed))


# What Git would not keep as it is, or what an editor might mend.
MADE: dict[str, Make] = {
    "windows-1251": lambda docs, _: _write(docs, (PAGE + "\nТекст.\n").encode("windows-1251")),
    "utf-16": lambda docs, _: _write(docs, PAGE.encode("utf-16")),
    "null-sign": lambda docs, _: _write(docs, PAGE.encode() + "\nСөз\0дөр.\n".encode()),
    "symbolic-link": lambda docs, _: (docs / "ky/about/trial.md").symlink_to(docs / "ky/index.md"),
    "name-not-in-utf-8": lambda docs, _: _write(docs, PAGE.encode(), os.fsdecode(b"\xcf\xf0.md")),
    "file-too-large": lambda docs, _: _write(docs, (PAGE + "\nСөз.\n" * 100_000).encode()),
    "line-too-long": lambda docs, _: _write(docs, (PAGE + "\n" + "Сөз " * 6_000).encode()),
    "too-many-lines": lambda docs, _: _write(docs, (PAGE + "\nа\n" * 3_000).encode()),
    "too-many-cells": lambda docs, _: _write(docs, (PAGE + ("\n" + "|" * 3_000) * 7).encode()),
    "too-many-marks": lambda docs, _: _write(docs, (PAGE + "\nа\n" + ("*" * 3_000 + "\n") * 2).encode()),
    "too-many-fences": lambda docs, _: _write(docs, (PAGE + "\n```\nа\n```\n" * 101).encode()),
    "too-many-definitions": lambda docs, _: _write(docs, (PAGE + "\nа\n: б\n" * 101).encode()),
    "home-page-missing": lambda docs, _: (docs / "ky/index.md").unlink(),
    "unreadable": _unreadable,
    "uploads": lambda docs, _: uploads.write_files(docs, uploads.one_of_each()),
}


def _write(docs: Path, data: bytes, name: str = "trial.md") -> None:
    (docs / "ky/about" / name).write_bytes(data)


def edition_of(
    pages: Iterable[Page], files: Iterable[str] = (), order: Iterable[str] = (), permalinks: Permalinks | None = None
) -> Edition:
    """An edition of pages at hand, without git and without records unless they are given."""
    pages = tuple(pages)
    known = {(page.language, page.path): page for page in pages}
    permalinks = permalinks or Permalinks(known, {}, Redirects(), Baseline())
    return Edition(
        pages, known, frozenset(files), tuple(order), permalinks, Translations(known, {}, permalinks.baseline.pages)
    )
