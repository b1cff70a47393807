"""What a command and all that it starts spend; of Linux's /proc, for other systems do not tell it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.1
"""Seconds between two looks at the memory."""
PROPORTIONAL = "Pss:"
"""The line of the memory of a process in which what several share counts once."""


@dataclass(frozen=True)
class Spent:
    """Processor seconds, those of the system among them, and MiB at the peak of all processes together."""

    cpu: float
    memory: float


class CommandError(Exception):
    """A command that failed, with what it said."""


def spend(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Spent:
    """Run a command to its end and measure it."""
    with tempfile.TemporaryFile() as said:
        started = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said)
        peak = 0.0
        while not (ended := os.wait4(started.pid, os.WNOHANG))[0]:
            peak = max(peak, sum(map(_memory, _tree(started.pid))))
            time.sleep(INTERVAL)
        _, status, usage = ended
        started.returncode = os.waitstatus_to_exitcode(status)
        if status:
            said.seek(0)
            raise CommandError(said.read().decode(errors="replace"))
    # The system's own record of the peak begins with the memory of the process that started the command: this one.
    return Spent(usage.ru_utime + usage.ru_stime, peak or usage.ru_maxrss / 1024)


def _tree(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(task).split():
            yield from _tree(int(child))


def _memory(process: int) -> float:
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(PROPORTIONAL)) / 1024


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # It has ended meanwhile.
        return ""
