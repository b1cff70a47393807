"""Problems shown on GitHub: a few beside the lines they stand on, all of them in the summary of the job."""

import os
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from portal import git
from portal.content.problems import Problem, in_order, message, report

MOST = 10
"""GitHub shows no more beside the lines, and hides the rest without a word."""

LONGEST_SUMMARY = 200_000
STAFF_LANGUAGES = {"ky": "Кыргызча", "ru": "Русский"}
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def is_github(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this runs in a workflow of GitHub."""
    return environment.get("GITHUB_ACTIONS") == "true"


def log(problems: Sequence[Problem], shown: str, changed: Mapping[str, frozenset[int]]) -> str:
    """What to print: the report, in which nothing is taken for a command, then the annotations."""
    # What strangers wrote stands in the report; between these marks the runner obeys no command.
    mark = secrets.token_hex(16)
    lines = [f"::stop-commands::{mark}\n{shown}::{mark}::"] if shown else []
    return "".join(f"{line}\n" for line in [*lines, *annotations(problems, changed)])


def annotations(problems: Iterable[Problem], changed: Mapping[str, frozenset[int]]) -> list[str]:
    """At most ten commands of the runner; those on changed lines first, then those of changed files, errors before warnings."""
    ordered = sorted(in_order(problems), key=lambda problem: _distance(problem, changed))
    return [_annotation(problem) for problem in ordered[:MOST]]


def summary(problems: Sequence[Problem]) -> str:
    """The whole list in Kyrgyz and Russian, as Markdown in which nothing is taken for a mark."""
    parts = []
    for language, name in STAFF_LANGUAGES.items():
        text = report(problems, [language]) or "—\n"
        text = text if len(text) <= LONGEST_SUMMARY else text[:LONGEST_SUMMARY] + "…\n"
        fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=2) + 1)
        parts.append(f"### {name}\n\n{fence}text\n{text}{fence}\n")
    return "\n".join(parts)


def write_summary(problems: Sequence[Problem], environment: Mapping[str, str] = os.environ) -> None:
    """Add the list to the summary of the job, where there is one."""
    if file := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as target:
            target.write(summary(problems))


def changed_lines(project: Path, environment: Mapping[str, str] = os.environ) -> dict[str, frozenset[int]]:
    """The lines that a proposal adds or changes, by file; empty where git cannot say."""
    base = environment.get("GITHUB_BASE_REF", "")
    for point in ([f"origin/{base}...HEAD"] if base else []) + ["HEAD^1"]:
        difference = git.output(
            project, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", point, "--", "docs"
        )
        if difference is not None:
            return _lines(difference.decode("utf-8", "replace"))
    return {}


def _lines(difference: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    file = ""
    for line in difference.split("\n"):
        if line.startswith("+++ "):
            file = line.removeprefix("+++ ").removeprefix("b/").rstrip("\t")
            found.setdefault(file, set())
        elif hunk := HUNK.match(line):
            begin = int(hunk[1])
            found[file].update(range(begin, begin + int(hunk[2] or 1)))
    return {name: frozenset(lines) for name, lines in found.items()}


def _distance(problem: Problem, changed: Mapping[str, frozenset[int]]) -> int:
    lines = changed.get(problem.path.as_posix())
    if lines is None:
        return 2
    return 0 if problem.line in lines else 1


def _annotation(problem: Problem) -> str:
    kind = "warning" if problem.warning else "error"
    words = "\n".join([message(problem, language) for language in STAFF_LANGUAGES] + list(problem.sample))
    place = f"file={_property(problem.path.as_posix())},line={max(problem.line, 1)}"
    return f"::{kind} {place}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
