"""The style sheet and the scripts of the built site, minified, in the place of the theme's."""

import shutil
from pathlib import Path

from portal.rendering.page_assets import minified_script, style_sheet

THEME_FOLDERS = (Path("assets/stylesheets"), Path("assets/javascripts"), Path("assets/images"))
INLINE_SOURCES = Path("assets/scripts")
"""Like the folders of the theme, copied by MkDocs, and no page refers to them."""


def replace_assets(folder: Path) -> None:
    """Write the minified style sheet into the built site, and remove what no page refers to."""
    (folder / "assets/site.css").write_text(style_sheet(), encoding="utf-8")
    for unused in (*THEME_FOLDERS, INLINE_SOURCES):
        shutil.rmtree(folder / unused, ignore_errors=True)


def minify_modules(folder: Path) -> None:
    for file in folder.glob("*.js"):
        file.write_text(minified_script(file), encoding="utf-8")
