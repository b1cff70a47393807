"""Values at the head of a page: texts, dates and lists, each as its key asks for it."""

import datetime
import re

import yaml

DATES = ("date", "updated", "status_date")
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TAG = "tag:yaml.org,2002:"

Value = str | datetime.date | tuple[str, ...]


class Fault(Exception):
    """A value that is not what its key asks for; its text names the rule that is broken."""


def parse_value(key: str, node: yaml.Node) -> Value:
    """The value of a key; Fault when it is not what the key asks for."""
    if node.tag == f"{TAG}null" or not node.value or (isinstance(node.value, str) and not node.value.strip()):
        raise Fault("key-empty")
    if key in DATES:
        return _date(node)
    if key == "based_on" or (key == "source" and isinstance(node, yaml.SequenceNode)):
        return _list(node)
    return _text(node)


def _list(node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        raise Fault("list-expected")
    return tuple(_text(item) for item in node.value)


def _text(node: yaml.Node) -> str:
    if node.tag != f"{TAG}str" or not isinstance(node.value, str):
        raise Fault("text-expected")
    return node.value.strip()


def _date(node: yaml.Node) -> datetime.date:
    # A date in quotes is text to MkDocs, so it is refused here too.
    if node.tag != f"{TAG}timestamp" or not ISO.fullmatch(node.value):
        raise Fault("date-expected")
    try:
        return datetime.date.fromisoformat(node.value)
    except ValueError as fault:
        raise Fault("date-expected") from fault
