"""Complete records/addresses.txt."""

import datetime

from portal.content.permalinks.lock import Lock, LockEntry
from portal.content.permalinks.resolver import Permalinks
from portal.content.rules.permalink_lost import old_title


def complete_lock(permalinks: Permalinks, today: datetime.date) -> Lock:
    """The lock with every address that is live or was published; those that it lacked are locked today."""
    moved = {address: old_title(permalinks, address) for address in permalinks.locked}
    titles = moved | dict(permalinks.live)
    new = {address: LockEntry(today, " ".join(title.split())) for address, title in titles.items()}
    return new | dict(permalinks.lock)
