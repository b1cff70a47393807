"""What is wrong with front matter that YAML cannot read: YAML often blames the line after the wrong one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FACT = re.compile(r"(?P<key>[^\s:\"'\[{#-][^:]*):(?:[ \t]+(?P<value>.*))?")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
SIGN = re.compile(r"[&*!@%`\[{]|[-?](?:[ \t]|$)")


@dataclass(frozen=True)
class Fault:
    """A line, from 1, the rule that it breaks, and how it should be written, if that is known."""

    line: int
    rule: str
    expected: str = ""


def find_faults(lines: Sequence[str]) -> Iterator[Fault]:
    """The wrong lines of a front matter, given without the lines of ---."""
    has_nested = False
    for number, line in enumerate(lines, 1):
        following = next((later for later in lines[number:] if later.strip()), "")
        fact = FACT.fullmatch(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if fact:
            key, value = fact["key"], (fact["value"] or "").strip()
            has_nested = not value or value[0] in "|>"
            if fault := _value_fault(key, value, continues=following[:1] in (" ", "\t")):
                yield Fault(number, fault[0], f"{key}: {fault[1]}")
        elif rule := _nested_fault(line, has_nested):
            yield Fault(number, rule, line.strip())


def _nested_fault(line: str, has_nested: bool) -> str | None:
    """What is wrong with a line that is no fact: below a fact without a value it may be of its list."""
    text = line.lstrip()
    if "\t" in line[: len(line) - len(text)] or (text != line and not has_nested and FACT.fullmatch(text)):
        return "front-indent"
    return "front-mapping" if text == line and not (has_nested and line.startswith("-")) else None


def _value_fault(key: str, value: str, continues: bool) -> tuple[str, str] | None:
    """The rule that a value breaks, and the right value; a value may continue on the next line."""
    first, quoted = value[:1], QUOTED.match(value)
    if quoted:
        rest = value[quoted.end() :].strip()
        return ("front-quotes", _without_outer_quotes(value)) if rest and not rest.startswith("#") else None
    if first in ("'", '"'):
        return None if continues else ("front-quotes", value + first)
    if first == "[" and (continues or "]" in value):
        return None
    if first == "[" and key == "based_on":
        return "front-bracket", f"{value}]"
    if SIGN.match(value):
        return "front-sign", ""
    return ("front-colon", _quoted(value)) if re.search(r":(?:[ \t]|$)", value) else None


def _without_outer_quotes(value: str) -> str:
    """A text that begins with a quotation: its quotation marks are those of the text, not of YAML."""
    return _curly(value) if value[0] == '"' and ":" not in value else _quoted(value)


def _quoted(value: str) -> str:
    return f'"{_curly(value)}"'


def _curly(value: str) -> str:
    return re.sub(r'"([^"]*)"', r"«\1»", value).replace('"', "")
