"""Compile each template once: MkDocs has an environment of its own for each language of each build."""

import os
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket

UNUSED = ("assets/stylesheets", "assets/javascripts", "assets/images", "assets/scripts")
"""The theme's own assets, and our scripts, which stand in the pages."""


class CompiledTemplates(BytecodeCache):
    """Kept in memory, for environments that have the same filters and extensions."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


class UsedTemplates(FileSystemLoader):
    """Lists the files of the folders of a theme but not those of which nothing is copied, or should be."""

    def list_templates(self) -> list[str]:
        found = set[str]()
        for folder in self.searchpath:
            for place, below, files in os.walk(folder):
                here = Path(place).relative_to(folder)
                below[:] = [name for name in below if name[0] != "." and (here / name).as_posix() not in UNUSED]
                found.update((here / name).as_posix() for name in files)
        return sorted(found)


COMPILED = CompiledTemplates()
"""For all builds of a process."""
