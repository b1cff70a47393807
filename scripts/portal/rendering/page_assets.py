"""The style sheet as pages link to it."""

from hashlib import sha256
from pathlib import Path

import rcssmin

STYLE_SHEET = Path(__file__).parents[3] / "overrides" / "assets" / "site.css"


def style_sheet() -> str:
    """The sheet as it is served."""
    return str(rcssmin.cssmin(STYLE_SHEET.read_text(encoding="utf-8")))


def style_sheet_key() -> str:
    """What changes in the sheet's address whenever its served text does."""
    return sha256(style_sheet().encode()).hexdigest()[:8]
