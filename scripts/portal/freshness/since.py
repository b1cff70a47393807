"""Since when a section is behind, from git where there is any."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from portal.history import BISHKEK
from portal.pages import Page, read_page

MOST = 60
"""So many versions of a page are looked at."""


def versions(project: Path, file: Path) -> Iterator[tuple[date, Page]]:
    """The committed versions of a page, newest first, each with its day; none where there is no git."""
    log = _git(project, "log", f"-{MOST}", "--follow", "--format=%x00%ct %H", "--name-only", "--relative", "--", file.as_posix())
    for entry in log.split("\0")[1:]:
        head, _, name = entry.strip().partition("\n\n")
        seconds, commit = head.split()
        page, _ = read_page(file, _git(project, "show", f"{commit}:./{name.strip()}").encode())
        if page:
            yield datetime.fromtimestamp(int(seconds), BISHKEK).date(), page


def since(project: Path, original: Page, section: str, followed: str) -> date | None:
    """The day on which a section of the original ceased to be the text that a translation follows.

    None where the history is not at hand, does not reach so far, or never had that text.
    """
    if _git(project, "rev-parse", "--is-shallow-repository").strip() != "false":
        return None
    changed = None
    for day, version in versions(project, original.file):
        if version.fingerprints.get(section) == followed:
            return changed
        changed = day
    return None


def _git(folder: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(["git", "-C", folder, "-c", "core.quotepath=off", *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    return run.stdout if run.returncode == 0 else ""
