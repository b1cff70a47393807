"""Small trees of docs/ to check: the good one, with one case laid over it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CASES = HERE / "cases"
PAGE = "---\ntitle: Тажрыйба\ndescription: Тажрыйба барагы\n---\n"

Make = Callable[[Path, pytest.MonkeyPatch], None]


def lay(case: str, folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """The good tree under `folder`, the files of a case laid over it; returns its docs/."""
    docs = folder / "docs"
    shutil.copytree(HERE / "good" / "docs", docs)
    if case in MADE:
        MADE[case](docs, patch)
    else:
        shutil.copytree(CASES / case / "docs", docs, dirs_exist_ok=True)
    return docs


def _unreadable(docs: Path, patch: pytest.MonkeyPatch) -> None:
    """A file and a folder that may not be read; by patching, for the owner of the machine may read everything."""
    closed = {docs / "ru/index.md", docs / "ky/about"}
    read, listed = Path.read_bytes, Path.iterdir

    def guarded(action: Callable[[Path], object]) -> Callable[[Path], object]:
        def act(path: Path) -> object:
            if path in closed:
                raise PermissionError(13, "Permission denied")
            return action(path)

        return act

    patch.setattr(Path, "read_bytes", guarded(read))
    patch.setattr(Path, "iterdir", guarded(listed))


# What Git would not keep as it is, or what an editor might mend.
MADE: dict[str, Make] = {
    "windows-1251": lambda docs, _: _write(docs, (PAGE + "\nТекст.\n").encode("windows-1251")),
    "byte-order-mark": lambda docs, _: _write(docs, b"\xef\xbb\xbf" + PAGE.encode()),
    "null-sign": lambda docs, _: _write(docs, PAGE.encode() + "\nСөз\0дөр.\n".encode()),
    "symbolic-link": lambda docs, _: (docs / "ky/about/trial.md").symlink_to(docs / "ky/index.md"),
    "name-not-in-utf-8": lambda docs, _: _write(docs, PAGE.encode(), os.fsdecode(b"\xcf\xf0.md")),
    "home-page-missing": lambda docs, _: (docs / "ky/index.md").unlink(),
    "unreadable": _unreadable,
}


def _write(docs: Path, data: bytes, name: str = "trial.md") -> None:
    (docs / "ky/about" / name).write_bytes(data)
