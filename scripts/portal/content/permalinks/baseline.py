"""The base that a change is measured against: what its own lock, moved.yml and texts hold, read from git."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portal import git
from portal.content.permalinks import lock, redirects_file
from portal.content.permalinks.lock import Lock
from portal.content.permalinks.redirects_file import Redirects
from portal.content.problems import Problem
from portal.content.reading.pages import Page, read_page
from portal.languages import LANGUAGES

REFERENCE = "BASE_REF"
MAIN = "origin/main"


@dataclass(frozen=True)
class Baseline:
    """What the base holds; `commit` is None where there is no git or no commit yet, and all else is empty then."""

    commit: str | None = None
    lock: Lock = field(default_factory=dict)
    redirects: Redirects = field(default_factory=Redirects)
    pages: Mapping[tuple[str, str], Page] = field(default_factory=dict)
    """By language and path."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The whole text of those pages that are not in the tree as they are here, by file."""


def read_baseline(root: Path, pages: Iterable[Page]) -> tuple[Baseline, list[Problem]]:
    """The base of the project at `root`, whose pages in the tree are given: those that did not change are not read again.

    The base is $BASE_REF, else the merge base with origin/main, else HEAD. A $BASE_REF that git does not know is a problem.
    """
    named = os.environ.get(REFERENCE, "")
    commit = _commit(root, named) if named else _merge_base(root) or _commit(root, "HEAD")
    if commit is None:
        unknown = named and git.output(root, "rev-parse", "--git-dir") is not None
        return Baseline(), [Problem(Path(REFERENCE), 0, "base-unknown", {"found": named})] if unknown else []
    blobs = dict(_blobs(root, commit))
    same = {
        page.file.as_posix(): page
        for page in pages
        if blobs.get(page.file.as_posix()) == _hash(root / page.file, commit)
    }
    wanted = [name for name in blobs if name not in same]
    found = git.contents(root, [blobs[name] for name in wanted])
    texts = {name: data for name, data in zip(wanted, found, strict=True) if data is not None}
    old = [
        same.get(name) or read_page(Path(name), texts[name])[0] for name in sorted(blobs) if name.startswith("docs/")
    ]
    return Baseline(
        commit=commit,
        lock=lock.read_lock(_text(texts, lock.FILE))[0],
        redirects=redirects_file.read_redirects(_text(texts, redirects_file.FILE))[0],
        pages={(page.language, page.path): page for page in old if page},
        texts={name: data.decode("utf-8", "replace") for name, data in texts.items() if name.startswith("docs/")},
    ), []


def _text(texts: Mapping[str, bytes], file: Path) -> str:
    return texts.get(file.as_posix(), b"").decode("utf-8", "replace")


def _merge_base(root: Path) -> str | None:
    found = git.output(root, "merge-base", "HEAD", MAIN)
    return found.decode().strip() if found else None


def _commit(root: Path, name: str) -> str | None:
    found = git.output(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.decode().strip() if found else None


def _blobs(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """The name and the id of each page and of our two files; names are seen from `root`, wherever in the repository that lies."""
    for row in (
        git.output(
            root, "ls-tree", "-r", "-z", commit, "--", "docs", lock.FILE.as_posix(), redirects_file.FILE.as_posix()
        )
        or b""
    ).split(b"\0"):
        facts, _, name = row.decode("utf-8", "surrogateescape").partition("\t")
        mode, _, rest = facts.partition(" ")
        parts = name.split("/")
        page = len(parts) > 2 and parts[1] in LANGUAGES and name.endswith(".md")
        if mode.startswith("100") and (page or parts[0] != "docs"):
            yield name, rest.split(" ")[1]


def _hash(file: Path, commit: str) -> str | None:
    """The id that git would give to the file as it is; repositories have ids of 40 or of 64 digits."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    kind = hashlib.sha1 if len(commit) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
