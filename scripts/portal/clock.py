"""Today, as the whole program counts it."""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

BISHKEK = ZoneInfo("Asia/Bishkek")
TODAY = "TODAY"


def today() -> date:
    """The day in Bishkek, or $TODAY (2026-12-01), which makes a build of an earlier day repeatable."""
    named = os.environ.get(TODAY)
    return date.fromisoformat(named) if named else datetime.now(BISHKEK).date()
