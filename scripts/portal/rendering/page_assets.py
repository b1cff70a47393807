"""The style sheet and the scripts, minified from the readable sources in overrides/assets/."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import rcssmin
import rjsmin
from markupsafe import Markup, escape

SOURCES = Path(__file__).parents[3] / "overrides" / "assets"
STYLE_SHEET = SOURCES / "site.css"
SCRIPTS = SOURCES / "scripts"
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


def style_sheet() -> str:
    return str(rcssmin.cssmin(STYLE_SHEET.read_text(encoding="utf-8")))


def style_sheet_key() -> str:
    """The cache key in the address of the style sheet: a hash of what is served."""
    return sha256(style_sheet().encode()).hexdigest()[:8]


@cache
def colours() -> dict[str, str]:
    """The colours of the light pages, by name: "paper" is "#fbf8f2"."""
    light = STYLE_SHEET.read_text(encoding="utf-8").partition("}")[0]
    return dict(COLOUR.findall(light))


def inline_script(name: str, **data: str) -> Markup:
    """A script element; what differs between pages goes into `data`, so that the script is the same everywhere."""
    attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items())
    return Markup(f"<script{attributes}>{minified_script(SCRIPTS / name)}</script>")


def minified_script(file: Path) -> str:
    return _minified(file.read_text(encoding="utf-8"))


@cache
def _minified(script: str) -> str:
    return str(rjsmin.jsmin(script))
