"""Problems of the content as values, and their messages in three languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from portal.languages import STAFF_LANGUAGES
from portal.wording.phrases import read_language_file

LONGEST = 200


@dataclass(frozen=True)
class Problem:
    """What is wrong on one line of a file (line 0: the whole file); a warning does not stop publication."""

    path: Path
    line: int
    rule: str
    values: Mapping[str, object] = field(default_factory=dict)
    warning: bool = False
    sample: tuple[str, ...] = ()
    """Lines to paste, shown after the messages."""


@dataclass(frozen=True)
class Words:
    """A value in the reader's language: another entry of messages.yml, filled in with the same values."""

    entry: str


def catalogue() -> Mapping[str, Mapping[str, str]]:
    messages: Mapping[str, Mapping[str, str]] = read_language_file("messages.yml")
    return messages


def message(problem: Problem, language: str) -> str:
    """One line: what was found, what was expected, how to fix it."""
    return _fill(problem.rule, problem.values, language)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings, then by file and line."""
    return sorted(problems, key=lambda p: (p.warning, p.path.as_posix(), p.line, p.rule))


def report(problems: Iterable[Problem], languages: Sequence[str] = STAFF_LANGUAGES) -> str:
    """A block per problem, errors first, and a count; empty when there is no problem."""
    ordered = in_order(problems)
    if not ordered:
        return ""
    warnings = sum(problem.warning for problem in ordered)
    count = {"errors": len(ordered) - warnings, "warnings": warnings}
    blocks = [_block(problem, languages) for problem in ordered]
    blocks.append("\n".join(_fill("count", count, language) for language in languages))
    return "\n\n".join(blocks) + "\n"


def _block(problem: Problem, languages: Sequence[str]) -> str:
    where = _printable(problem.path.as_posix()) + (f":{problem.line}" if problem.line else "")
    if problem.warning:
        where += " (" + ", ".join(_fill("warning", {}, language) for language in languages) + ")"
    sample = [f"    {' ' * (len(line) - len(line.lstrip(' ')))}{_printable(line)}" for line in problem.sample]
    return "\n".join([where, *(f"  {message(problem, language)}" for language in languages), *sample])


def _fill(rule: str, values: Mapping[str, object], language: str) -> str:
    shown = {name: _printable(str(value)) for name, value in values.items() if not isinstance(value, Words)}
    shown |= {name: _fill(value.entry, shown, language) for name, value in values.items() if isinstance(value, Words)}
    return Template(catalogue()[rule][language]).substitute(shown).replace(".  ", ". ").strip()


def _printable(text: str) -> str:
    """Untrusted text made safe to print: one line, no control characters, not too long."""
    line = " ".join(text[: LONGEST * 2].split())
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    return printable if len(printable) <= LONGEST else printable[:LONGEST].rstrip() + "…"
