"""Large projects to measure: the frozen edition with many more documents, in three languages, which no check objects to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from posixpath import dirname

from bench.document_text import Document
from portal.languages import LANGUAGES
from projects import EDITION, commit, edition_project, run_python, write_settings


def make_project(folder: Path, count: int) -> Path:
    """A project in `folder` with so many documents in each language beside the edition, recorded and committed to git."""
    edition_project(folder)
    documents = [Document(number) for number in range(count)]
    for document in documents:
        for language in LANGUAGES:
            file = folder / "docs" / language / f"{document.path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document.text(language), encoding="utf-8", newline="\n")
    write_settings(folder, nav(documents))
    commit(folder)
    for command in ("lock_addresses", "mark_translated"):
        run = run_python(folder, f"scripts/{command}.py")
        assert run.returncode == 0, run.stdout + run.stderr
    commit(folder)
    return folder


def nav(documents: Sequence[Document]) -> str:
    """The order of reading: that of the edition, and after each part of it the folders of new documents."""
    lines = (EDITION / "nav.yml").read_text(encoding="utf-8").splitlines()
    for kind, after in (("strategy", "strategy/situation.md"), ("priorities", "priorities/association.md")):
        at = next(at for at, line in enumerate(lines) if line.endswith(after)) + 1
        lines[at:at] = _folders([document.path for document in documents if document.kind == kind])
    return "\n".join(lines) + "\n"


def _folders(paths: Sequence[str]) -> Iterator[str]:
    for folder, pages in groupby(sorted(paths), key=dirname):
        yield f"      - {folder}:"
        yield from (f"          - {page}.md" for page in pages)
