"""Every asset, read and checked."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from portal.content.assets.asset import DOCUMENTS, DRAWING, KINDS, PHOTOGRAPHS, Asset
from portal.content.assets.documents import read_document
from portal.content.assets.drawings import read_drawing
from portal.content.assets.names import name_problems
from portal.content.assets.pictures import read_picture
from portal.content.problems import Problem
from portal.content.reading.files import reading_problem

MEGABYTE = 1_000_000
MOST_MEGABYTES = dict.fromkeys(PHOTOGRAPHS, 20) | {DRAWING: 1} | dict.fromkeys(DOCUMENTS, 5)


def read_assets(docs: Path, files: Iterable[Path]) -> tuple[Mapping[str, Asset], list[Problem]]:
    """The assets among the files below `docs`, by name, and why others cannot be published."""
    assets: dict[str, Asset] = {}
    problems: list[Problem] = []
    for file in (file for file in files if docs / "assets" in file.parents and file.suffix != ".md"):
        found = _read(file, docs)
        if isinstance(found, Problem):
            problems.append(replace(found, path=file.relative_to(docs.parent)))
        else:
            assets[found.name] = found
    return assets, problems


def _read(file: Path, docs: Path) -> Asset | Problem:
    """One asset, or the first thing that is wrong with it."""
    kind = file.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        return Problem(file, 0, "asset-kind", {"name": file.name, "kinds": ", ".join(KINDS)})
    for problem in name_problems(file, docs / "assets"):
        return problem
    try:
        size = file.stat().st_size
        most = MOST_MEGABYTES[kind]
        if size > most * MEGABYTE:
            values = {"name": file.name, "size": math.ceil(size / MEGABYTE), "most": most}
            return Problem(file, 0, "asset-size", values)
        read = read_picture if kind in PHOTOGRAPHS else read_drawing if kind == DRAWING else read_document
        return read(file, Asset(file.relative_to(docs).as_posix(), kind, size))
    except OSError as fault:
        return reading_problem(file, fault)
