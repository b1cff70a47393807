"""Names of assets: they become addresses, and may not be those of the site's own files."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from portal.addresses import latin
from portal.content.problems import Problem
from portal.content.reading.files import asset_name

PART = re.compile(r"(?!(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$))[a-z0-9][a-z0-9-]{0,79}", re.ASCII)
"""A folder, or a name without its ending; no name that Windows keeps for devices."""
RESERVED = frozenset({"addresses", "cards", "felt.svg", "icons", "mark.svg", "search"})
"""What the program puts into assets/ itself."""


def name_problems(file: Path, assets: Path) -> Iterator[Problem]:
    """What is wrong with the name of a file in docs/assets, at most one thing."""
    name = file.relative_to(assets).as_posix()
    *folders, last = name.split("/")
    stem, _, ending = last.rpartition(".")
    if not all(map(PART.fullmatch, [*folders, stem])) or ending != ending.lower():
        near = "/".join([*map(_near, folders), _near(PurePosixPath(asset_name(last)).stem) + f".{ending.lower()}"])
        yield Problem(file, 0, "asset-name", {"name": name, "near": near})
    elif name.split("/")[0] in RESERVED:
        yield Problem(file, 0, "asset-reserved", {"name": name.split("/")[0], "near": f"my-{name}"})


def _near(part: str) -> str:
    near = latin(part)[:80]
    return near if PART.fullmatch(near) else f"my-{near}"
