"""The style sheet and the scripts as pages have them: readable sources in overrides/assets/, minified."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import rcssmin
import rjsmin
from markupsafe import Markup, escape

SOURCES = Path(__file__).parents[3] / "overrides" / "assets"
STYLE_SHEET = SOURCES / "site.css"
SCRIPTS = SOURCES / "scripts"


def style_sheet() -> str:
    """The sheet as it is served."""
    return str(rcssmin.cssmin(STYLE_SHEET.read_text(encoding="utf-8")))


def style_sheet_key() -> str:
    """What changes in the sheet's address whenever its served text does."""
    return sha256(style_sheet().encode()).hexdigest()[:8]


def inline_script(name: str, **data: str) -> Markup:
    """A script for a page. What differs between pages goes into `data`, so that the script is the same everywhere."""
    attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items())
    return Markup(f"<script{attributes}>{minified_script(SCRIPTS / name)}</script>")


def minified_script(file: Path) -> str:
    """A script without comments and needless space."""
    return _minified(file.read_text(encoding="utf-8"))


@cache
def _minified(script: str) -> str:
    return str(rjsmin.jsmin(script))
