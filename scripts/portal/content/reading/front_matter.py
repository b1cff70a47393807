"""Front matter: YAML between two lines of ---, from authors who cannot be trusted."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.content.problems import Problem
from portal.content.reading.front_values import FrontValueError, Value, parse_value
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_line

EXAMPLES = {
    "title": "title: ЖӨБ Союзунун ролу",
    "description": "description: ЖӨБ Союзунун ролу кандай аныкталганы жөнүндө",
    "date": "date: 2020-03-12",
    "updated": "updated: 2020-03-12",
    "status": "status: draft",
    "status_date": "status_date: 2020-03-12",
    "adopted_by": "adopted_by: ЖӨБ Союзунун Жалпы жыйыны",
    "source": "source: ЖӨБ Союзунун жаңылыгы, 2020-жылдын 12-марты",
    "based_on": "based_on: [news/2020-03-12-strategy-discussion#interests]",
    "original_language": "original_language: ru",
    "order": "order: 1",
    "withdrawn": "withdrawn: 2020-03-12",
    "reason": "reason: Жолугушуу болгон жок.",
    "reason_ru": "reason_ru: Встреча не состоялась.",
    "reason_en": "reason_en: The meeting did not take place.",
}
REASONS = {"ky": "reason", "ru": "reason_ru", "en": "reason_en"}
"""By its language, the key of the reason why a news item was withdrawn."""
# Where libyaml is installed, reading takes a tenth of the time.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NESTED = re.compile(r"[\[{]|[-?:](?=\s)")
MOST_NESTED = 500


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
        line = min(fault_line(fault, source) + 1, end)
        return unreadable, [Problem(file, line, "front-yaml", {"found": lines[line - 1] if end > 1 else ""})]
    if root is not None and not isinstance(root, yaml.MappingNode):
        return unreadable, [Problem(file, 2, "front-mapping", {"found": lines[1]})]
    return _read_values(file, root.value if root else [], lines, end + 2)


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
    lines: dict[str, tuple[int, ...]] = {}
    problems: list[Problem] = []
    for key_node, node in pairs:
        key, line = str(key_node.value), key_node.start_mark.line + 2
        if key not in EXAMPLES:
            known = difflib.get_close_matches(key.lower(), EXAMPLES, n=len(EXAMPLES), cutoff=0)
            problems.append(Problem(file, line, "key-unknown", {"key": key, "known": ", ".join(known)}))
            continue
        if key in lines:
            problems.append(Problem(file, line, "key-twice", {"key": key, "first": lines[key][0]}))
            continue
        lines[key] = (line, *_item_lines(node))
        try:
            values[key] = parse_value(key, node)
        except FrontValueError as fault:
            part = fault.node or node
            found = {"key": key, "found": _as_written(part, file_lines), "example": EXAMPLES[key], **fault.values}
            problems.append(Problem(file, part.start_mark.line + 2 if fault.node else line, str(fault), found))
    return FrontMatter(values, lines, body_line, True), problems


def _item_lines(node: yaml.Node) -> list[int]:
    if isinstance(node, yaml.MappingNode):
        return [key.start_mark.line + 2 for key, _ in node.value]
    return [item.start_mark.line + 2 for item in node.value] if isinstance(node, yaml.SequenceNode) else []


def _as_written(node: yaml.Node, file_lines: list[str]) -> str:
    """The first line of a value."""
    begin, end = node.start_mark, node.end_mark
    line = file_lines[begin.line + 1]
    return line[begin.column : end.column if end.line == begin.line else None].strip()
