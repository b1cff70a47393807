"""The scripts of the site as browsers load them."""

import shutil
from pathlib import Path

from portal.rendering.page_assets import minified_script

INLINE_SOURCES = Path("assets/scripts")
"""Where MkDocs puts the sources of inline scripts, which no page refers to."""


def minify_modules(folder: Path) -> None:
    """Minify the modules in a folder of the built site."""
    for file in folder.glob("*.js"):
        file.write_text(minified_script(file), encoding="utf-8")


def remove_inline_sources(folder: Path) -> None:
    """Take the sources of inline scripts out of the built site."""
    shutil.rmtree(folder / INLINE_SOURCES, ignore_errors=True)
