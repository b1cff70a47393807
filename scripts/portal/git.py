"""Git, where there is git."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from portal.clock import BISHKEK


@dataclass(frozen=True)
class Commit:
    """A commit on a file; `place` counts from the newest commit of the log, `day` is in Bishkek time."""

    id: str
    place: int
    day: date


def output(folder: Path, *arguments: str, standard_input: bytes = b"") -> bytes | None:
    """What a git command prints when run in a folder; None where there is no git or the command fails."""
    try:
        run = subprocess.run(
            ["git", "-C", str(folder), "-c", "core.quotepath=off", *arguments],
            input=standard_input,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None


def text(folder: Path, *arguments: str) -> str:
    """The same decoded; empty for None."""
    return (output(folder, *arguments) or b"").decode("utf-8", "replace")


def contents(folder: Path, names: Sequence[str]) -> list[bytes | None]:
    """The objects of these names ("4b825dc", "HEAD:./docs/ky/index.md"), from one process; None for missing ones."""
    listing = "".join(f"{name}\n" for name in names).encode()
    rest = (output(folder, "cat-file", "--batch", standard_input=listing) or b"") if names else b""
    found: list[bytes | None] = []
    for _ in names:
        head, _, rest = rest.partition(b"\n")
        if head.endswith(b" missing") or not head:
            found.append(None)
        else:
            size = int(head.rsplit(b" ", 1)[1])
            found.append(rest[:size])
            rest = rest[size + 1 :]
    return found


def head(folder: Path) -> Commit | None:
    """The newest commit; None where there is none."""
    commit, _, seconds = text(folder, "log", "-1", "--format=%H %ct").strip().partition(" ")
    return Commit(commit, 0, _day(seconds)) if commit else None


def is_changed(folder: Path) -> bool:
    """Whether files differ from the newest commit, new ones included."""
    return bool(text(folder, "status", "--porcelain"))


def file_history(folder: Path) -> dict[str, list[Commit]]:
    """The commits on each file below `folder`, by its relative path, newest first; a merge counts as one commit.

    Empty where there is no git, no commit, or only a shallow clone, in which every file would seem to have
    changed in its oldest commit.
    """
    if text(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    history: dict[str, list[Commit]] = {}
    options = ("--first-parent", "-m", "--no-renames", "--format=%x00%H %ct", "--name-only", "--relative")
    log = text(folder, "log", *options, "--", ".")
    for place, entry in enumerate(log.split("\0")[1:]):
        head, *files = entry.split("\n")
        commit, seconds = head.split()
        made = Commit(commit, place, _day(seconds))
        for file in filter(None, files):
            history.setdefault(file, []).append(made)
    return history


def _day(seconds: str) -> date:
    return datetime.fromtimestamp(int(seconds), BISHKEK).date()
