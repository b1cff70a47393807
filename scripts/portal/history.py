"""Days on which files last changed, from git."""

import subprocess
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

BISHKEK = ZoneInfo("Asia/Bishkek")


def last_changes(folder: Path) -> dict[str, date]:
    """The day in Bishkek of the last commit on each file below `folder`, by path relative to it with "/".

    Empty where there is no git, no commit, or only a shallow copy of the history, in which every file
    would seem to have changed in the oldest commit at hand.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, date] = {}
    day = date.min
    for line in _git(folder, "-c", "core.quotepath=off", "log", "--format=%x00%ct", "--name-only", "--relative", "--", ".").splitlines():
        if line.startswith("\0"):
            day = datetime.fromtimestamp(int(line[1:]), BISHKEK).date()
        elif line:
            days.setdefault(line, day)
    return days


def _git(folder: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return run.stdout if run.returncode == 0 else ""
