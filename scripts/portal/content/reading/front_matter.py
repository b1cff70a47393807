"""The facts at the head of a page: YAML between two lines of ---, read without trusting it."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.content.problems import Problem
from portal.content.reading.front_values import Fault, Value, parse_value

EXAMPLES = {
    "title": "title: ЖӨБ Союзунун ролу",
    "description": "description: ЖӨБ Союзунун ролу кандай аныкталганы жөнүндө",
    "date": "date: 2020-03-12",
    "updated": "updated: 2020-03-12",
    "status": "status: draft",
    "status_date": "status_date: 2020-03-12",
    "source": "source: ЖӨБ Союзунун жаңылыгы, 2020-жылдын 12-марты",
    "based_on": "based_on: [news/2020-03-12-strategy-discussion#interests]",
    "original_language": "original_language: ru",
}
# The same language of marks, read by the library in C where it is at hand: it takes a tenth of the time.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NESTED = re.compile(r"[\[{]|[-?:](?=\s)")
MOST_NESTED = 500


@dataclass(frozen=True)
class FrontMatter:
    """Well-typed values only; `lines` has each key that is written: its line, then the lines of its list or of its own keys."""

    values: Mapping[str, Value]
    lines: Mapping[str, tuple[int, ...]]
    body_line: int
    readable: bool


def read_front_matter(file: Path, text: str) -> tuple[FrontMatter, list[Problem]]:
    """The facts of a page and what is wrong with them."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter({}, {}, 1, False), [Problem(file, 1, "front-missing")]
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() == "---"), None)
    if end is None:
        # The text most likely begins after the first empty line: reading it on keeps false problems away.
        blank = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
        return FrontMatter({}, {}, blank + 1, False), [Problem(file, 1, "front-open")]
    return _parse(file, lines[1:end], end + 2)


def _parse(file: Path, lines: list[str], body_line: int) -> tuple[FrontMatter, list[Problem]]:
    unread = FrontMatter({}, {}, body_line, False)
    text = "\n".join(lines) + "\n"
    try:
        signs = [Problem(file, line, "front-sign", {"found": lines[line - 2]}) for line in _signs(text)]
        root = None if signs else yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as fault:
        # PyYAML lets bare errors through on odd numbers and escapes, and on endless nesting.
        line = min(_fault_line(fault, text), len(lines))
        found = lines[line - 1] if lines else ""
        return unread, [Problem(file, line + 1, "front-yaml", {"found": found})]
    if signs:
        return unread, signs
    if root is not None and not isinstance(root, yaml.MappingNode):
        return unread, [Problem(file, 2, "front-mapping", {"found": lines[0]})]
    return _facts(file, root.value if root else [], lines, body_line)


def _signs(text: str) -> list[int]:
    """Lines with anchors, aliases or tags: YAML's machinery, of no use here and able to do harm."""
    if len(NESTED.findall(text)) > MOST_NESTED:
        raise yaml.YAMLError("PyYAML takes minutes over values nested in each other by the thousand")
    if not any(sign in text for sign in "&*!"):
        return []
    events = yaml.parse(text, Loader=LOADER)
    found = (
        event
        for event in events
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None)
    )
    return sorted({min(event.start_mark.line, text.count("\n") - 1) + 2 for event in found})


def _fault_line(fault: Exception, text: str) -> int:
    """The line of YAML's complaint, from 1."""
    mark = getattr(fault, "problem_mark", None)
    if mark is not None:
        return mark.line + 1
    return text.count("\n", 0, getattr(fault, "position", 0)) + 1


def _facts(
    file: Path, pairs: list[tuple[yaml.Node, yaml.Node]], text: list[str], body_line: int
) -> tuple[FrontMatter, list[Problem]]:
    values: dict[str, Value] = {}
    lines: dict[str, tuple[int, ...]] = {}
    problems: list[Problem] = []
    for key_node, node in pairs:
        key = str(key_node.value)
        line = key_node.start_mark.line + 2
        if known := list(_key_problems(file, key, line, lines)):
            problems += known
            continue
        lines[key] = (line, *_item_lines(node))
        try:
            values[key] = parse_value(key, node)
        except Fault as fault:
            found = {"key": key, "found": _written(node, text), "example": EXAMPLES[key]}
            problems.append(Problem(file, line, str(fault), found))
        problems += _twins(file, node)
    return FrontMatter(values, lines, body_line, True), problems


def _key_problems(file: Path, key: str, line: int, seen: Mapping[str, tuple[int, ...]]) -> Iterator[Problem]:
    if key not in EXAMPLES:
        known = difflib.get_close_matches(key.lower(), EXAMPLES, n=len(EXAMPLES), cutoff=0)
        yield Problem(file, line, "key-unknown", {"key": key, "known": ", ".join(known)})
    elif key in seen:
        yield Problem(file, line, "key-twice", {"key": key, "first": seen[key][0]})


def _twins(file: Path, node: yaml.Node) -> Iterator[Problem]:
    """Keys within a value that are written twice."""
    first: dict[str, int] = {}
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        line, name = key.start_mark.line + 2, str(key.value)
        if name in first:
            yield Problem(file, line, "key-twice", {"key": name, "first": first[name]})
        first.setdefault(name, line)


def _item_lines(node: yaml.Node) -> list[int]:
    if isinstance(node, yaml.MappingNode):
        return [key.start_mark.line + 2 for key, _ in node.value]
    return [item.start_mark.line + 2 for item in node.value] if isinstance(node, yaml.SequenceNode) else []


def _written(node: yaml.Node, lines: list[str]) -> str:
    """A value as it stands in the file, as far as its first line shows it."""
    begin, end = node.start_mark, node.end_mark
    line = lines[begin.line] if begin.line < len(lines) else ""
    return line[begin.column : end.column if end.line == begin.line else None].strip()
