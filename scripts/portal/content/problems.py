"""A fault of content as a value, and its words in three languages."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from portal.languages import STAFF_LANGUAGES
from portal.wording.phrases import read_language_file

LONGEST = 200


@dataclass(frozen=True)
class Problem:
    """What is wrong at one line of one file (line 0: the file as a whole); a warning does not stop publication."""

    path: Path
    line: int
    rule: str
    values: Mapping[str, object] = field(default_factory=dict)
    warning: bool = False
    sample: tuple[str, ...] = ()
    """Lines ready to be pasted, shown after the words of every language."""


@functools.cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """The words of each rule by language, as messages.yml has them."""
    return read_language_file("messages.yml")


def message(problem: Problem, language: str) -> str:
    """One line: what was found, what was expected, how to mend it."""
    return _words(problem.rule, problem.values, language)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings, by file and line."""
    return sorted(problems, key=lambda p: (p.warning, p.path.as_posix(), p.line, p.rule))


def report(problems: Iterable[Problem], languages: Sequence[str] = STAFF_LANGUAGES) -> str:
    """A block for each problem, errors before warnings, and a count; an empty string when there is none."""
    ordered = in_order(problems)
    if not ordered:
        return ""
    warnings = sum(problem.warning for problem in ordered)
    count = {"errors": len(ordered) - warnings, "warnings": warnings}
    blocks = [_block(problem, languages) for problem in ordered]
    blocks.append("\n".join(_words("count", count, language) for language in languages))
    return "\n\n".join(blocks) + "\n"


def _block(problem: Problem, languages: Sequence[str]) -> str:
    where = _plain(problem.path.as_posix()) + (f":{problem.line}" if problem.line else "")
    if problem.warning:
        where += " (" + ", ".join(_words("warning", {}, language) for language in languages) + ")"
    sample = [f"    {_plain_line(line)}" for line in problem.sample]
    return "\n".join([where, *(f"  {message(problem, language)}" for language in languages), *sample])


def _words(rule: str, values: Mapping[str, object], language: str) -> str:
    shown = {name: _plain(str(value)) for name, value in values.items()}
    return Template(catalogue()[rule][language]).substitute(shown).strip()


def _plain_line(line: str) -> str:
    """A line to be pasted: its indent is kept."""
    return " " * (len(line) - len(line.lstrip(" "))) + _plain(line)


def _plain(text: str) -> str:
    """Text of a stranger made safe to print: one line, no control characters, not endless."""
    line = " ".join(text[: LONGEST * 2].split())
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    return printable if len(printable) <= LONGEST else printable[:LONGEST].rstrip() + "…"
