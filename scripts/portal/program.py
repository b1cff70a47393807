"""What every result of a build depends on beside its texts: program, words, templates, settings and libraries."""

import os
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from portal.console import ROOT

FOLDERS = (ROOT / "scripts", ROOT / "language")
LOCK = ROOT / "uv.lock"
NAV = re.compile(r"^nav:.*\n(?:[ -].*\n|\n)*", re.MULTILINE)
"""The pages in order, which are texts rather than program."""
VARIABLE = re.compile(r"!ENV\s*\[?\s*(\w+)")


def fingerprint(root: Path) -> str:
    """A hash of the program as it builds the project at `root`, texts and their order left out."""
    found = sha256(sys.version.encode())
    for name, file in _files(root):
        content = file.read_bytes()
        found.update(f"\0{name}\0{len(content)}\0".encode() + content)
    file = root / "mkdocs.yml"
    settings = NAV.sub("", file.read_text(encoding="utf-8", errors="replace")) if file.exists() else ""
    variables = sorted({(name, os.environ.get(name)) for name in VARIABLE.findall(settings)})
    found.update(f"{settings}{variables}".encode())
    return found.hexdigest()


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """The files of the program, by their names below the folder that they are in."""
    for folder in (*FOLDERS, root / "overrides"):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(folder.parent).as_posix(), file
    yield LOCK.name, LOCK
