"""The lines that the lock lacks."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from portal.content.compilation import gather
from portal.content.permalinks.lock import Lock, LockEntry
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.rules import permalinks
from portal.content.rules.permalink_lost import old_title
from portal.git import BISHKEK


class AddressProblems(Exception):
    """Something is wrong with the addresses, so that they cannot be locked."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def complete_lock(root: Path) -> tuple[Lock, int]:
    """The lock of the project at `root` with every address in it, those that it lacked locked today, and how many it lacked; Wrong."""
    record, problems = permalinks.check_permalinks(root, gather(root / "docs")[0])
    if errors := [problem for problem in problems if not problem.warning]:
        raise AddressProblems(errors)
    lock = extend_lock(record, datetime.datetime.now(BISHKEK).date())
    return lock, len(lock) - len(record.lock)


def extend_lock(record: Permalinks, today: datetime.date) -> Lock:
    """The lock with every address that lives, or was published and has moved since, as far as it did not hold it, locked today."""
    moved = {address: old_title(record, address) for address in record.locked}
    titles = moved | dict(record.live)
    return {address: LockEntry(today, " ".join(title.split())) for address, title in titles.items()} | dict(record.lock)
