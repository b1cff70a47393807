"""The errors that PyYAML raises, and the lines they are about."""

import yaml

# PyYAML lets bare errors through on odd numbers and escapes, and on endless nesting.
YAML_FAULTS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)


def fault_line(fault: Exception, text: str) -> int:
    """The line of `text` that an error is about, from 1."""
    mark = getattr(fault, "problem_mark", None)
    line: int = mark.line if mark else text.count("\n", 0, getattr(fault, "position", 0))
    return line + 1
