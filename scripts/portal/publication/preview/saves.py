"""Notice when people save a file, by looking again and again: alike on every system, and no save is missed."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FOLDERS = ("docs", "records", "language", "overrides", "scripts")
SETTINGS = "mkdocs.yml"
SECONDS = 0.1
"""Between two looks; a save is whole when nothing has changed in between."""


def saves(root: Path) -> Iterator[None]:
    """Yield at once, and again each time that files of the project have changed and come to rest."""
    built = before = None
    while True:
        now = _states(root)
        if built is None or now == before != built:
            built = now
            yield
        before = now
        time.sleep(SECONDS)


def _states(root: Path) -> dict[Path, tuple[int, int]]:
    """When each file was changed, and its size."""
    states = {}
    for file in _files(root):
        with suppress(OSError):  # gone since it was listed
            state = file.stat()
            states[file] = (state.st_mtime_ns, state.st_size)
    return states


def _files(root: Path) -> Iterator[Path]:
    """Those that a build depends on; not the hidden ones of editors, nor the bytecode of Python."""
    yield root / SETTINGS
    for name in FOLDERS:
        for folder, below, files in os.walk(root / name):
            below[:] = [each for each in below if not each.startswith((".", "__pycache__"))]
            yield from (Path(folder, each) for each in files if not each.startswith("."))
