"""What a GitHub workflow shows: annotations beside lines of files, and the summary of the job.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

import os
import re
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from portal import git
from portal.github.markdown import fenced, literal
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase

MOST_ANNOTATIONS = 10
"""GitHub shows at most as many per step, and drops the rest silently."""

LONGEST_SECTION = 200_000
Level = Literal["error", "warning", "notice"]
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


@dataclass(frozen=True)
class Annotation:
    """A message about a line of a file (line 0: the whole file), or about the whole run if it has no path."""

    level: Level
    text: str
    path: str = ""
    line: int = 0

    @property
    def command(self) -> str:
        """The line to print so that GitHub shows it."""
        path = _escaped(self.path).replace(":", "%3A").replace(",", "%2C")
        place = f" file={path},line={max(self.line, 1)}" if path else ""
        return f"::{self.level}{place}::{_escaped(self.text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def is_github(environment: Mapping[str, str] = os.environ) -> bool:
    return environment.get("GITHUB_ACTIONS") == "true"


@contextmanager
def quoting() -> Iterator[None]:
    """Let the runner obey no command in what is printed meanwhile: it quotes the words of strangers."""
    mark = secrets.token_hex(16)
    if is_github():
        print(f"::stop-commands::{mark}", flush=True)
    try:
        yield
    finally:
        if is_github():
            print(f"::{mark}::", flush=True)


def annotate(annotations: Sequence[Annotation], changed: Mapping[str, frozenset[int]]) -> list[str]:
    """The commands for at most ten annotations: changed lines first, then changed files, else in the order given."""

    def distance(annotation: Annotation) -> int:
        lines = changed.get(annotation.path)
        return 2 if lines is None else int(annotation.line not in lines)

    return [annotation.command for annotation in sorted(annotations, key=distance)[:MOST_ANNOTATIONS]]


def summary(sections: Mapping[str, str]) -> str:
    """Texts under their headings, as Markdown; each text is fenced, so that nothing in it counts as markup."""
    parts = []
    for heading, text in sections.items():
        parts.append(f"### {heading}\n\n{fenced(text or '—', LONGEST_SECTION)}\n")
    return "\n".join(parts)


def write_summary(sections: Mapping[str, str], environment: Mapping[str, str] = os.environ) -> None:
    """Append texts to the summary of the job, if there is a job."""
    _append("GITHUB_STEP_SUMMARY", summary(sections), environment)


def write_output(name: str, value: str) -> None:
    """Set an output of the step, if there is one."""
    _append("GITHUB_OUTPUT", f"{name}={value}\n", os.environ)


def tell(level: Level, key: str, /, **values: object) -> None:
    """Print a message of language/interface.yml in every language; a workflow shows it in its run and in its summary.

    $repository in the message is the address of the repository.
    """
    texts = _texts(key, values)
    if is_github():
        print(Annotation(level, "\n".join(texts)).command)
        texts = _texts(key, {name: literal(value) for name, value in values.items()})
        _append("GITHUB_STEP_SUMMARY", "".join(f"{text}\n\n" for text in texts), os.environ)
    else:
        print("\n".join(texts), file=sys.stderr)


def _texts(key: str, values: Mapping[str, object]) -> list[str]:
    server, name = os.environ.get("GITHUB_SERVER_URL", "https://github.com"), os.environ.get("GITHUB_REPOSITORY", "")
    return [phrase(key, language, repository=f"{server}/{name}", **values) for language in LANGUAGES]


def _append(name: str, text: str, environment: Mapping[str, str]) -> None:
    """Append to the file that a variable of the workflow names."""
    if file := environment.get(name):
        with Path(file).open("a", encoding="utf-8") as target:
            target.write(text)


def changed_lines(project: Path, environment: Mapping[str, str] = os.environ) -> dict[str, frozenset[int]]:
    """The lines below docs/ that a pull request adds or changes, by file; empty where git cannot say."""
    base = environment.get("GITHUB_BASE_REF", "")
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--relative")
    for point in ([f"origin/{base}...HEAD"] if base else []) + ["HEAD^1"]:
        difference = git.output(project, "diff", *options, point, "--", "docs")
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
