"""Compile each template once: MkDocs has an environment of its own for each language of each build."""

import os
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Kept in memory, for environments that have the same filters and extensions."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


class VisibleTemplates(FileSystemLoader):
    """Lists the files of the folders of a theme but not its hidden folders, of which nothing is copied anyway."""

    def list_templates(self) -> list[str]:
        found = set[str]()
        for folder in self.searchpath:
            for place, below, files in os.walk(folder):
                below[:] = [name for name in below if not name.startswith(".")]
                found.update(Path(place, name).relative_to(folder).as_posix() for name in files)
        return sorted(found)


COMPILED = CompiledTemplates()
"""For all builds of a process."""
