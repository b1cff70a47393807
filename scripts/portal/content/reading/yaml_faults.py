"""What is wrong with YAML: the errors that PyYAML raises, the lines they are about, and settings that break a rule."""

from collections.abc import Mapping

import yaml

# PyYAML lets bare errors through on odd numbers and escapes, and on endless nesting.
YAML_FAULTS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
SettingFault = tuple[int, str, Mapping[str, object]]
"""A line of mkdocs.yml, the rule that it breaks, and the values of its message."""


def fault_place(fault: Exception, text: str) -> tuple[int, str]:
    """The line of `text` that an error is about, from 1 and never after the last, and what stands in it."""
    lines = text.splitlines()
    line = min(fault_line(fault, text), len(lines))
    return line, lines[line - 1] if lines else ""


def fault_line(fault: Exception, text: str) -> int:
    """The line of `text` that an error is about, from 1."""
    mark = getattr(fault, "problem_mark", None)
    line: int = mark.line if mark else text.count("\n", 0, getattr(fault, "position", 0))
    return line + 1
