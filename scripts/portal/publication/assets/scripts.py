"""The scripts of the built site."""

import shutil
from pathlib import Path

from portal.rendering.page_assets import minified_script

INLINE_SOURCES = Path("assets/scripts")
"""The sources of inline scripts, copied by MkDocs; no page refers to them."""


def minify_modules(folder: Path) -> None:
    for file in folder.glob("*.js"):
        file.write_text(minified_script(file), encoding="utf-8")


def remove_inline_sources(folder: Path) -> None:
    shutil.rmtree(folder / INLINE_SOURCES, ignore_errors=True)
