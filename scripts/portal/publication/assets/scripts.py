"""The modules of the search as browsers get them: without comments and indentation."""

import re
from pathlib import Path

APART = re.compile(r"^\s*(?://.*|/\*.*\*/)\n|^[ ]+", re.MULTILINE)
"""A comment on lines of its own, or the spaces before a line: no module has a text of several lines."""


def minify_modules(folder: Path) -> None:
    """Rewrite the modules in a folder of the built site."""
    for file in folder.glob("*.js"):
        file.write_text(APART.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
