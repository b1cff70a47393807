"""The files under docs/, and those that cannot be pages."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from portal.addresses import latin
from portal.content.problems import Problem
from portal.languages import LANGUAGES

CONFLICT = re.compile(r"<{7} .*|={7}|>{7} .*|\|{7} .*")
HOME = "ky/index.md"
WORD = (".doc", ".docx", ".odt", ".rtf")
WORD_SIGNS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files of Word begin, whatever they are called."""
PAGE = re.compile(r"\.(?:md|mdown|mkdn?|markdown)(?:\.txt)?$", re.IGNORECASE)
"""How the name of a page may end by mistake."""
T = TypeVar("T")


def find_files(docs: Path) -> tuple[list[Path], list[Problem]]:
    """Every plain file under docs/ except hidden ones, and what is out of place among them."""
    files: list[Path] = []
    problems: list[Problem] = []
    for found in _walk(docs):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        files.append(found)
        if rule := _misplaced_rule(found, docs):
            values = {"name": found.name, "near": f"{latin(PAGE.sub('', found.name))}.md"}
            problems.append(Problem(found, 0, rule, values))
    if docs / HOME not in files:
        problems.append(Problem(docs / HOME, 0, "home-missing"))
    return files, [replace(problem, path=problem.path.relative_to(docs.parent)) for problem in problems]


def _misplaced_rule(file: Path, docs: Path) -> str | None:
    """The rule that a file breaks by its kind and its folder."""
    language = _language(file, docs)
    if file.suffix == ".md":
        return None if language else "page-outside"
    if file.suffix.lower() in WORD and (language or file.parent == docs):
        return "word-file"
    if language:
        return "page-ending" if PAGE.search(file.name) else "not-markdown"
    return None if file.relative_to(docs).parts[0] == "assets" and file.parent != docs else "file-outside"


def asset_name(name: str) -> str:
    """The right name of a file that is no page: "foto-1.jpg" for "Фото 1.JPG"."""
    file = PurePosixPath(name)
    return latin(file.stem) + file.suffix.lower()


def read_record(root: Path, name: Path, parse: Callable[[str], tuple[T, list[Problem]]]) -> tuple[T, list[Problem]]:
    """What `parse` makes of a text file of the project, and its problems; a missing file counts as empty."""
    try:
        lines = (root / name).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return parse("")
    except (UnicodeDecodeError, OSError) as fault:
        return parse("")[0], [reading_problem(name, fault)]
    markers = {number: line for number, line in enumerate(lines, 1) if CONFLICT.fullmatch(line)}
    # The lines of both sides count, as they will when the markers are gone.
    found, problems = parse("\n".join("" if number in markers else line for number, line in enumerate(lines, 1)))
    return found, [
        *(Problem(name, number, "lock-conflict", {"found": markers[number]}) for number in markers),
        *problems,
    ]


def reading_problem(name: Path, fault: UnicodeDecodeError | OSError) -> Problem:
    if isinstance(fault, OSError):
        return Problem(name, 0, "unreadable", {"reason": fault.strerror or fault})
    if fault.object.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Problem(name, 0, "encoding-utf-16")
    line = fault.object[: fault.start].count(b"\n") + 1
    return Problem(name, line, "encoding", {"byte": f"0x{fault.object[fault.start]:02X}"})


def is_page(file: Path, docs: Path) -> bool:
    return file.suffix == ".md" and _language(file, docs) is not None


def _walk(folder: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as fault:
        yield reading_problem(folder, fault)
        return
    for entry in entries:
        if entry.is_symlink():
            yield Problem(entry, 0, "symlink")
        elif not entry.is_dir():
            yield entry
        elif entry.suffix == ".md":
            yield Problem(entry, 0, "folder-md", {"near": entry.stem})
        else:
            yield from _walk(entry)


def _language(file: Path, docs: Path) -> str | None:
    parts = file.relative_to(docs).parts
    return parts[0] if len(parts) > 1 and parts[0] in LANGUAGES else None
