"""Front matter: YAML between two lines of ---, from authors who cannot be trusted."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.content.problems import Problem, Words
from portal.content.reading.front_faults import find_faults
from portal.content.reading.front_values import FrontValueError, Value, parse_value
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_line

EXAMPLES: Mapping[str, str | Words] = {
    "title": Words("form-title"),
    "description": Words("form-description"),
    "date": Words("form-day"),
    "updated": Words("form-day"),
    "status": "status: draft",
    "status_date": Words("form-day"),
    "adopted_by": Words("form-adopted-by"),
    "changes": Words("form-changes"),
    "source": Words("form-source"),
    "based_on": Words("form-based-on"),
    "original_language": "original_language: ru",
    "order": "order: 1",
    "subjects": "subjects: [strategy]",
    "withdrawn": Words("form-day"),
    "reason": Words("form-reason"),
    "reason_ru": Words("form-reason"),
    "reason_en": Words("form-reason"),
}
"""Forms to fill in, without facts: people paste what a message shows."""
REASONS = {"ky": "reason", "ru": "reason_ru", "en": "reason_en"}
"""By its language, the key of the reason why a news item was withdrawn."""
# Where libyaml is installed, reading takes a tenth of the time.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NESTED = re.compile(r"[\[{]|[-?:](?=\s)")
MOST_NESTED = 500
SIMILAR = 0.75


@dataclass(frozen=True)
class FrontMatter:
    """Values of the right type; `lines` has every key: its line, then those of its list items or nested keys."""

    values: Mapping[str, Value]
    lines: Mapping[str, tuple[int, ...]]
    body_line: int
    readable: bool


def read_front_matter(file: Path, text: str) -> tuple[FrontMatter, list[Problem]]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter({}, {}, 1, False), [Problem(file, 1, "front-missing")]
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() == "---"), None)
    if end is None:
        # The body most likely begins after the first empty line: starting there avoids false problems.
        blank = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
        return FrontMatter({}, {}, blank + 1, False), [Problem(file, 1, "front-open")]
    unreadable = FrontMatter({}, {}, end + 2, False)
    if "..." in (ends := [line.rstrip() for line in lines[1:end]]):
        line = ends.index("...") + 2
        return unreadable, [Problem(file, line, "front-yaml", {"found": lines[line - 1]})]
    source = "\n".join(lines[1:end]) + "\n"
    try:
        if machinery := _machinery_lines(source):
            return unreadable, [Problem(file, line, "front-sign", {"found": lines[line - 1]}) for line in machinery]
        root = yaml.compose(source, Loader=LOADER)
    except YAML_FAULTS as fault:
        return unreadable, _unreadable_lines(file, lines[1:end]) or [_unreadable_line(file, fault, source, lines[:end])]
    if root is not None and not isinstance(root, yaml.MappingNode):
        return unreadable, [Problem(file, 2, "front-mapping", {"found": lines[1]})]
    return _read_values(file, root.value if root else [], lines, end + 2)


def _unreadable_lines(file: Path, lines: list[str]) -> list[Problem]:
    faults = find_faults(lines)
    return [
        Problem(file, fault.line + 1, fault.rule, {"found": lines[fault.line - 1], "expected": fault.expected})
        for fault in faults
    ]


def _unreadable_line(file: Path, fault: Exception, source: str, lines: list[str]) -> Problem:
    line = min(fault_line(fault, source) + 1, len(lines))
    return Problem(file, line, "front-yaml", {"found": lines[line - 1] if len(lines) > 1 else ""})


def _machinery_lines(source: str) -> list[int]:
    """Lines of the file with anchors, aliases or tags, which front matter does not need and which can do harm."""
    if len(NESTED.findall(source)) > MOST_NESTED:
        raise yaml.YAMLError("PyYAML takes minutes to read thousands of nested values")
    if not any(character in source for character in "&*!"):
        return []
    last = source.count("\n") - 1
    return sorted(
        {
            min(event.start_mark.line, last) + 2
            for event in yaml.parse(source, Loader=LOADER)
            if event.start_mark
            and (isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None))
        }
    )


def _read_values(
    file: Path, pairs: list[tuple[yaml.Node, yaml.Node]], file_lines: list[str], body_line: int
) -> tuple[FrontMatter, list[Problem]]:
    values: dict[str, Value] = {}
    lines, problems = _unknown_keys(file, [key for key, _ in pairs])
    for key_node, node in pairs:
        key, line = str(key_node.value), key_node.start_mark.line + 2
        if key not in EXAMPLES:
            continue
        if key in lines:
            problems.append(Problem(file, line, "key-twice", {"key": key, "first": lines[key][0]}))
            continue
        lines[key] = (line, *_item_lines(node))
        try:
            values[key] = parse_value(key, node)
        except FrontValueError as fault:
            part = fault.node or node
            found = _as_written(part, file_lines)
            example = _mended(key, found, str(fault)) if isinstance(node, yaml.ScalarNode) else EXAMPLES[key]
            told = {"key": key, "found": found, "example": example, **fault.values}
            problems.append(Problem(file, part.start_mark.line + 2 if fault.node else line, str(fault), told))
    return FrontMatter(values, lines, body_line, True), problems


def _unknown_keys(file: Path, nodes: list[yaml.Node]) -> tuple[dict[str, tuple[int, ...]], list[Problem]]:
    """The lines of misspelt keys by the keys that were meant, which are not missing; and what is wrong."""
    keys = {str(node.value): node.start_mark.line + 2 for node in nodes}
    meant: dict[str, tuple[int, ...]] = {}
    problems: list[Problem] = []
    unknown: list[str] = []
    absent = [key for key in EXAMPLES if key not in keys]
    for key in (key for key in keys if key not in EXAMPLES):
        if near := difflib.get_close_matches(key.lower(), absent, n=1, cutoff=SIMILAR):
            meant[near[0]] = (keys[key],)
            problems.append(Problem(file, keys[key], "key-misspelt", {"key": key, "near": near[0]}))
        else:
            unknown.append(key)
    if unknown:
        values = {"keys": ", ".join(unknown), "known": ", ".join(EXAMPLES)}
        problems.append(Problem(file, keys[unknown[0]], "key-unknown", values, warning=True))
    return meant, problems


def _mended(key: str, found: str, rule: str) -> str | Words:
    """A single value as the rule wants it."""
    return {"text-expected": f'{key}: "{found}"', "list-expected": f"{key}: [{found}]"}.get(rule, EXAMPLES[key])


def _item_lines(node: yaml.Node) -> list[int]:
    if isinstance(node, yaml.MappingNode):
        return [key.start_mark.line + 2 for key, _ in node.value]
    return [item.start_mark.line + 2 for item in node.value] if isinstance(node, yaml.SequenceNode) else []


def _as_written(node: yaml.Node, file_lines: list[str]) -> str:
    """The first line of a value."""
    begin, end = node.start_mark, node.end_mark
    line = file_lines[begin.line + 1]
    return line[begin.column : end.column if end.line == begin.line else None].strip()
