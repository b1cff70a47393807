"""The style sheet of the site: our own rules alone."""

import shutil
from pathlib import Path

from portal.rendering.page_assets import style_sheet

SHEET = Path("assets/site.css")
THEME_FOLDERS = (Path("assets/stylesheets"), Path("assets/javascripts"), Path("assets/images"))
"""Folders that the theme publishes and no page refers to."""


def write_stylesheet(folder: Path) -> None:
    """Put the minified sheet into the built site, and take the theme's files out."""
    (folder / SHEET).write_text(style_sheet(), encoding="utf-8")
    for unused in THEME_FOLDERS:
        shutil.rmtree(folder / unused, ignore_errors=True)
