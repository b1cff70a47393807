"""The addresses of the texts as they are written, and all that is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path

from portal.addresses import LANGUAGES, ORIGINAL, page_path
from portal.content import Content
from portal.permanence import changes, directions, linkers, losses
from portal.permanence.address import PREFIXES
from portal.permanence.record import Record, read
from portal.problems import Problem
from portal.words import word


def inspect(root: Path, content: Content) -> tuple[Record, list[Problem]]:
    """The record of the addresses of the project at `root`, and every problem of theirs; one line says so where there is no git."""
    record, problems = read(root, content.pages)
    if record.base.commit is None:
        print(" · ".join(word("without_git", language) for language in LANGUAGES), file=sys.stderr)
    problems += directions.check(record) + losses.check(record, _unread(content))
    problems += changes.check(record, {language: changes.written(record, language) for language in LANGUAGES})
    return record, problems + _reserved(content) + linkers.read(root, record)[1]


def _unread(content: Content) -> frozenset[str]:
    """The paths of Kyrgyz pages that are there but could not be read, which is told elsewhere."""
    names = (name.removeprefix(f"{ORIGINAL}/") for name in content.files if name.startswith(f"{ORIGINAL}/") and name.endswith(".md"))
    return frozenset(map(page_path, names)) - content.originals.keys()


def _reserved(content: Content) -> list[Problem]:
    """Pages whose first folder the site keeps for languages and for links without one."""
    taken = [page for page in content.pages if page.path.partition("/")[0] in PREFIXES]
    return [Problem(page.file, 0, "address-reserved", {"name": page.path.partition("/")[0], "known": ", ".join(PREFIXES)}) for page in taken]
