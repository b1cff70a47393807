"""The style sheet of the site, in the place of the theme's."""

import shutil
from pathlib import Path

from portal.rendering.page_assets import style_sheet

SHEET = Path("assets/site.css")
THEME_FOLDERS = (Path("assets/stylesheets"), Path("assets/javascripts"), Path("assets/images"))
"""Files of the theme that no page refers to."""


def write_stylesheet(folder: Path) -> None:
    """Write the minified style sheet into the built site, and remove the theme's files."""
    (folder / SHEET).write_text(style_sheet(), encoding="utf-8")
    for unused in THEME_FOLDERS:
        shutil.rmtree(folder / unused, ignore_errors=True)
