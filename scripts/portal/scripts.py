"""The scripts of the site: readable sources, minified as pages carry them and as browsers load them."""

import shutil
from pathlib import Path

import rjsmin
from markupsafe import Markup, escape

SOURCES = Path(__file__).parents[2] / "overrides" / "assets" / "scripts"
PUBLISHED = Path("assets/scripts")
"""Where MkDocs puts the sources, which no page refers to."""


def inline_script(name: str, **data: str) -> Markup:
    """A script to stand in a page. What differs between pages goes into `data`, so that the text is the same everywhere."""
    attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items())
    return Markup(f"<script{attributes}>{minified(SOURCES / name)}</script>")


def minified(file: Path) -> str:
    """A script without comments and needless space."""
    return rjsmin.jsmin(file.read_text(encoding="utf-8"))


def minify_folder(folder: Path) -> None:
    """Minify the modules in a folder of the built site."""
    for file in folder.glob("*.js"):
        file.write_text(minified(file), encoding="utf-8")


def remove_sources(folder: Path) -> None:
    """Take the sources of inline scripts out of the built site."""
    shutil.rmtree(folder / PUBLISHED, ignore_errors=True)
