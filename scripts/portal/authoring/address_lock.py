"""The lines that the lock lacks."""

import datetime

from portal.content.permalinks.lock import Lock, LockEntry
from portal.content.permalinks.resolver import Permalinks
from portal.content.rules.permalink_lost import old_title


def extend_lock(permalinks: Permalinks, today: datetime.date) -> Lock:
    """The lock, and with today's date every address missing from it that is live or was published and has moved."""
    moved = {address: old_title(permalinks, address) for address in permalinks.locked}
    titles = moved | dict(permalinks.live)
    return {address: LockEntry(today, " ".join(title.split())) for address, title in titles.items()} | dict(
        permalinks.lock
    )
