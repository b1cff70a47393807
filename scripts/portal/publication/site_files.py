"""The files of the built site."""

import os
from pathlib import Path


def site_files(folder: Path) -> list[str]:
    """The names of all files below a folder, relative to it and sorted; pathlib would take ten times as long."""
    start = len(os.fspath(folder)) + 1
    found = (f"{place}/{name}"[start:] for place, _, names in os.walk(folder) for name in names)
    return sorted(name.replace(os.sep, "/") for name in found)
