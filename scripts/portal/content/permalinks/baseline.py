"""The baseline that a change is compared with: the lock, moved.yml and pages of an earlier commit, read from git."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portal import git
from portal.content.mending.page_records import kept_page
from portal.content.permalinks import lock, redirects_file
from portal.content.permalinks.lock import Lock
from portal.content.permalinks.redirects_file import Redirects
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES
from portal.store import Results

REFERENCE = "BASE_REF"
MAIN = "origin/main"


@dataclass(frozen=True)
class Baseline:
    """What the base holds; without git or without a commit, `commit` is None and all else is empty."""

    commit: str | None = None
    lock: Lock = field(default_factory=dict)
    redirects: Redirects = field(default_factory=Redirects)
    pages: Mapping[tuple[str, str], Page] = field(default_factory=dict)
    """By language and path."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The whole text, by file, of the pages that differ from those in the tree."""


def read_baseline(root: Path, pages: Iterable[Page], results: Results) -> tuple[Baseline, list[Problem]]:
    """The base of the project at `root`; of the given pages of the tree, those that did not change are not read again.

    The base is $BASE_REF, else the merge base with origin/main, else HEAD. An unknown $BASE_REF is a problem.
    """
    named = os.environ.get(REFERENCE, "")
    merge_base = "" if named else git.text(root, "merge-base", "HEAD", MAIN).strip()
    commit = merge_base or _commit(root, named or "HEAD")
    if not commit:
        unknown = named and git.output(root, "rev-parse", "--git-dir") is not None
        return Baseline(), [Problem(Path(REFERENCE), 0, "base-unknown", {"found": named})] if unknown else []
    blobs = dict(_blobs(root, commit))
    files = {page.file.as_posix(): page for page in pages}
    unchanged = {name: page for name, page in files.items() if blobs.get(name) == _blob_id(root / page.file, commit)}
    changed = [name for name in blobs if name not in unchanged]
    contents = zip(changed, git.contents(root, [blobs[name] for name in changed]), strict=True)
    data = {name: found for name, found in contents if found is not None}
    texts = {name: found.decode("utf-8", "replace") for name, found in data.items()}
    old_pages = [
        unchanged.get(name) or kept_page(Path(name), data[name], results)[0]
        for name in sorted(blobs)
        if name.startswith("docs/")
    ]
    return Baseline(
        commit=commit,
        lock=lock.read_lock(texts.get(lock.FILE.as_posix(), ""))[0],
        redirects=redirects_file.read_redirects(texts.get(redirects_file.FILE.as_posix(), ""))[0],
        pages={(page.language, page.path): page for page in old_pages if page},
        texts={name: text for name, text in texts.items() if name.startswith("docs/")},
    ), []


def _commit(root: Path, name: str) -> str:
    return git.text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip()


def _blobs(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Each page and both records with its blob id; names are relative to `root`, even below the repository's root."""
    records = (lock.FILE.as_posix(), redirects_file.FILE.as_posix())
    tree = git.output(root, "ls-tree", "-r", "-z", commit, "--", "docs", *records) or b""
    for row in tree.decode("utf-8", "surrogateescape").split("\0"):
        facts, _, name = row.partition("\t")
        mode, _, rest = facts.partition(" ")
        parts = name.split("/")
        is_page = len(parts) > 2 and parts[1] in LANGUAGES and name.endswith(".md")
        if mode.startswith("100") and (is_page or parts[0] != "docs"):
            yield name, rest.split(" ")[1]


def _blob_id(file: Path, commit: str) -> str | None:
    """The id that git would give to a file; repositories have ids of 40 or of 64 digits."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    kind = hashlib.sha1 if len(commit) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
