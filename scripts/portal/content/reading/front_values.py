"""Values of front matter: texts, dates and lists, as their keys require."""

import datetime
import re

import yaml

DATES = ("date", "updated", "status_date")
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TAG = "tag:yaml.org,2002:"

Value = str | datetime.date | tuple[str, ...]


class FrontValueError(Exception):
    """A value that is not what its key requires; the message is the rule that it breaks."""


def parse_value(key: str, node: yaml.Node) -> Value:
    if node.tag == f"{TAG}null" or not node.value or (isinstance(node.value, str) and not node.value.strip()):
        raise FrontValueError("key-empty")
    if key in DATES:
        return _date(node)
    if isinstance(node, yaml.SequenceNode) and key in ("based_on", "source"):
        return tuple(_text(item) for item in node.value)
    if key == "based_on":
        raise FrontValueError("list-expected")
    return _text(node)


def _text(node: yaml.Node) -> str:
    if node.tag != f"{TAG}str" or not isinstance(node.value, str):
        raise FrontValueError("text-expected")
    return node.value.strip()


def _date(node: yaml.Node) -> datetime.date:
    # A date in quotes is text to MkDocs, so it is refused here too.
    if node.tag != f"{TAG}timestamp" or not ISO.fullmatch(node.value):
        raise FrontValueError("date-expected")
    try:
        return datetime.date.fromisoformat(node.value)
    except ValueError as fault:
        raise FrontValueError("date-expected") from fault
