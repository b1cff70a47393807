"""What git says of the project, where there is git."""

import subprocess
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo


def output(folder: Path, *arguments: str, standard_input: bytes = b"") -> bytes | None:
    """What a command of git prints when run in a folder; None where there is no git, or it fails."""
    try:
        run = subprocess.run(
            ["git", "-C", folder, "-c", "core.quotepath=off", *arguments],
            input=standard_input,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return None
    return run.stdout if run.returncode == 0 else None


def text(folder: Path, *arguments: str) -> str:
    """The same as text; empty for None."""
    return (output(folder, *arguments) or b"").decode("utf-8", "replace")


BISHKEK = ZoneInfo("Asia/Bishkek")


def last_changes(folder: Path) -> dict[str, date]:
    """The day in Bishkek of the last commit on each file below `folder`, by path relative to it with "/".

    Empty where there is no git, no commit, or only a shallow copy of the history, in which every file
    would seem to have changed in the oldest commit at hand.
    """
    if text(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, date] = {}
    day = date.min
    for line in text(folder, "log", "--format=%x00%ct", "--name-only", "--relative", "--", ".").splitlines():
        if line.startswith("\0"):
            day = datetime.fromtimestamp(int(line[1:]), BISHKEK).date()
        elif line:
            days.setdefault(line, day)
    return days
