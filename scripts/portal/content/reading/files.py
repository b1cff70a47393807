"""The files under docs/, and those that cannot be pages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from portal.content.problems import Problem
from portal.languages import LANGUAGES

HOME = "ky/index.md"
T = TypeVar("T")


def find_files(docs: Path) -> tuple[list[Path], list[Problem]]:
    """Every plain file under docs/, hidden ones left out, and what is out of place among them."""
    files: list[Path] = []
    problems: list[Problem] = []
    for found in _walk(docs, docs):
        problems.append(found) if isinstance(found, Problem) else files.append(found)
    problems += [problem for file in files for problem in _misplaced(file, docs)]
    if docs / HOME not in files:
        problems.append(Problem(_name(docs / HOME, docs), 0, "home-missing"))
    return files, problems


def read_record(root: Path, name: Path, read: Callable[[str], tuple[T, list[Problem]]]) -> tuple[T, list[Problem]]:
    """What `read` makes of a text file of the project, and what is wrong with it; a missing file is an empty one."""
    try:
        return read((root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return read("")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        return read("")[0], [Problem(name, line, "encoding", {"byte": f"0x{fault.object[fault.start]:02X}"})]
    except OSError as fault:
        return read("")[0], [Problem(name, 0, "unreadable", {"reason": fault.strerror or fault})]


def is_page(file: Path, docs: Path) -> bool:
    """Whether a file is a page of one of the languages."""
    return file.suffix == ".md" and _language(file, docs) is not None


def _walk(folder: Path, docs: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as fault:
        yield Problem(_name(folder, docs), 0, "unreadable", {"reason": fault.strerror or fault})
        return
    for entry in entries:
        if entry.is_symlink():
            yield Problem(_name(entry, docs), 0, "symlink")
        elif not entry.is_dir():
            yield entry
        elif entry.suffix == ".md":
            yield Problem(_name(entry, docs), 0, "folder-md", {"near": entry.stem})
        else:
            yield from _walk(entry, docs)


def _misplaced(file: Path, docs: Path) -> Iterator[Problem]:
    language = _language(file, docs)
    if language and file.suffix != ".md":
        yield Problem(_name(file, docs), 0, "not-markdown", {"name": file.name})
    elif not language and file.suffix == ".md":
        yield Problem(_name(file, docs), 0, "page-outside", {"name": file.name})


def _language(file: Path, docs: Path) -> str | None:
    parts = file.relative_to(docs).parts
    return parts[0] if len(parts) > 1 and parts[0] in LANGUAGES else None


def _name(file: Path, docs: Path) -> Path:
    return file.relative_to(docs.parent)
