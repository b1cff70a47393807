"""The lines that the lock lacks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from portal.content import gather
from portal.history import BISHKEK
from portal.permanence import inspection
from portal.permanence.lock import Entry, Lock
from portal.permanence.losses import old_title
from portal.permanence.record import Record
from portal.problems import Problem


class Wrong(Exception):
    """Something is wrong with the addresses, so that they cannot be locked."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def whole(root: Path) -> tuple[Lock, int]:
    """The lock of the project at `root` with every address in it, those that it lacked locked today, and how many it lacked; Wrong."""
    record, problems = inspection.inspect(root, gather(root / "docs")[0])
    if errors := [problem for problem in problems if not problem.warning]:
        raise Wrong(errors)
    lock = extended(record, datetime.datetime.now(BISHKEK).date())
    return lock, len(lock) - len(record.lock)


def extended(record: Record, today: datetime.date) -> Lock:
    """The lock with every address that lives, or was published and has moved since, as far as it did not hold it, locked today."""
    moved = {address: old_title(record, address) for address in record.locked}
    titles = moved | dict(record.live)
    return {address: Entry(today, " ".join(title.split())) for address, title in titles.items()} | dict(record.lock)
