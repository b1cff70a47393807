"""Days on which files last changed, from git."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from portal import git

BISHKEK = ZoneInfo("Asia/Bishkek")


def last_changes(folder: Path) -> dict[str, date]:
    """The day in Bishkek of the last commit on each file below `folder`, by path relative to it with "/".

    Empty where there is no git, no commit, or only a shallow copy of the history, in which every file
    would seem to have changed in the oldest commit at hand.
    """
    if git.text(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, date] = {}
    day = date.min
    for line in git.text(folder, "log", "--format=%x00%ct", "--name-only", "--relative", "--", ".").splitlines():
        if line.startswith("\0"):
            day = datetime.fromtimestamp(int(line[1:]), BISHKEK).date()
        elif line:
            days.setdefault(line, day)
    return days
