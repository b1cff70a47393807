"""How much one page may hold: more would keep the check or the build busy for minutes, or end it in a traceback."""

import re
from collections.abc import Iterator
from pathlib import Path

from portal.content.problems import Problem, Words

MOST = (
    ("lines", 5_000, "\n", re.compile(r"\n")),
    ("cells", 20_000, "|", re.compile(r"\|")),
    ("marks", 5_000, '[*_`~<&\\{"', re.compile(r'[\[*_`~<&\\{"]')),
    ("fences", 200, "`~", re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)),
    ("definitions", 100, ":", re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE)),
)
"""What is counted, how much of it a page may hold, signs of which each has one, and what it looks like."""
MOST_OPEN = 50
# A code span ends within its paragraph.
HIDDEN = re.compile(r"\\.|(?<!`)(`+)(?!`)(?:[^`\n]|\n(?!\n))+(?<!`)\1(?!`)")
BRACKETS = (
    (re.compile(r"\[[^\[\]]*\]"), re.compile(r"\[")),
    (re.compile(r"\([^()]*\)"), re.compile(r"\]\(")),
    (re.compile(r"<[^<>\n]*>"), re.compile(r"<(?=[a-zA-Z/!?])")),
    (HIDDEN, re.compile(r"(?<!`)(?:`{1,2}(?!`)|(?<=[^\n`])`{3,})")),
)
"""What is closed, and what begins something that is not: links, their addresses, tags and code."""
SIGNS = ("[", "](", "<", "`")
"""Each of what begins something has one of these."""
DEEPEST_BRACKETS = 4
"""Brackets within more brackets count as open: looking for their ends takes as long."""
WIDEST = 40
"""Columns of spaces and marks before the words of a line: ten levels of lists."""
NESTING = re.compile(
    r"^(?:[ \t\u00a0]*(?:>|(?:[-–*+:•‣▪▫●○◦∙\uf0a7\uf0b7]|\d{1,9}[.)])(?=\s)|!!!|\?\?\?))+", re.MULTILINE
)


def check_limits(file: Path, text: str) -> list[Problem]:
    """What of a text is too much to be read, one problem of a kind."""
    return [*_counts(file, text), *_open_brackets(file, text), *_nesting(file, text)]


def _counts(file: Path, text: str) -> Iterator[Problem]:
    for kind, most, signs, pattern in MOST:
        if sum(map(text.count, signs)) <= most:
            continue
        places = [found.start() for found in pattern.finditer(text)]
        if len(places) > most:
            values = {"what": Words(f"limit-{kind}"), "found": len(places), "most": most}
            yield Problem(file, _line(text, places[most]), "too-many", values)


def _open_brackets(file: Path, text: str) -> Iterator[Problem]:
    """Brackets without an end, each of which is looked for to the end of its paragraph."""
    if all(text.count(sign) <= MOST_OPEN for sign in SIGNS):
        return
    plain = HIDDEN.sub(_blank, text)
    for closed, opening in BRACKETS:
        left = plain
        for _ in range(DEEPEST_BRACKETS):
            left = closed.sub(_blank, left)
        places = [found.start() for found in opening.finditer(left)]
        if len(places) > MOST_OPEN:
            yield Problem(file, _line(text, places[0]), "brackets-open", {"found": len(places), "most": MOST_OPEN})
            return


def _nesting(file: Path, text: str) -> Iterator[Problem]:
    for found in NESTING.finditer(text):
        if len(found[0].expandtabs(4)) > WIDEST:
            yield Problem(file, _line(text, found.start()), "nested-deep", {"most": WIDEST})
            return


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
