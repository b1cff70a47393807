"""The style sheet of the site: our own rules alone, minified."""

import shutil
from hashlib import sha256
from pathlib import Path

import rcssmin

SOURCE = Path(__file__).parents[2] / "overrides" / "assets" / "site.css"
SHEET = Path("assets/site.css")
THEME_FOLDERS = (Path("assets/stylesheets"), Path("assets/javascripts"), Path("assets/images"))
"""Folders that the theme publishes and no page refers to."""


def minified() -> str:
    """The sheet as it is served."""
    return rcssmin.cssmin(SOURCE.read_text(encoding="utf-8"))


def cache_key() -> str:
    """What changes in the sheet's address whenever its served text does."""
    return sha256(minified().encode()).hexdigest()[:8]


def write(folder: Path) -> None:
    """Put the minified sheet into the built site, and take out the theme's files."""
    (folder / SHEET).write_text(minified(), encoding="utf-8")
    for unused in THEME_FOLDERS:
        shutil.rmtree(folder / unused, ignore_errors=True)
