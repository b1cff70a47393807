"""The lines that the lock lacks."""

from __future__ import annotations

import datetime

from portal.permanence.losses import old_title
from portal.permanence.lock import Entry, Lock
from portal.permanence.record import Record


def extended(record: Record, today: datetime.date) -> Lock:
    """The lock with every address that lives, or was published and has moved since, as far as it did not hold it, locked today."""
    moved = {address: old_title(record, address) for address in record.locked}
    titles = moved | dict(record.live)
    return {address: Entry(today, " ".join(title.split())) for address, title in titles.items()} | dict(record.lock)
