"""What git says of the project, where there is git."""

from __future__ import annotations

import subprocess
from pathlib import Path


def output(folder: Path, *arguments: str, standard_input: bytes = b"") -> bytes | None:
    """What a command of git prints when run in a folder; None where there is no git, or it fails."""
    try:
        run = subprocess.run(["git", "-C", folder, "-c", "core.quotepath=off", *arguments], input=standard_input, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return run.stdout if run.returncode == 0 else None


def text(folder: Path, *arguments: str) -> str:
    """The same as text; empty for None."""
    return (output(folder, *arguments) or b"").decode("utf-8", "replace")
