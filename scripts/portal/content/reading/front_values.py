"""Values of front matter: texts, dates and lists, as their keys require."""

import datetime
import re

import yaml

from portal.wording.dates import parse_day

DATES = ("date", "updated", "status_date", "withdrawn")
ORDER = re.compile(r"[1-9]\d?", re.ASCII)
TAG = "tag:yaml.org,2002:"

Value = str | int | datetime.date | tuple[str, ...]


class FrontValueError(Exception):
    """A value that is not what its key requires; the message is the rule that it breaks."""


def parse_value(key: str, node: yaml.Node) -> Value:
    if node.tag == f"{TAG}null" or not node.value or (isinstance(node.value, str) and not node.value.strip()):
        raise FrontValueError("key-empty")
    if key in DATES:
        # A date in quotes is text to MkDocs, so it is refused here too.
        if node.tag == f"{TAG}timestamp" and (day := parse_day(node.value)):
            return day
        raise FrontValueError("date-expected")
    if key == "order":
        if node.tag == f"{TAG}int" and ORDER.fullmatch(node.value):
            return int(node.value)
        raise FrontValueError("order-expected")
    if isinstance(node, yaml.SequenceNode) and key in ("based_on", "source"):
        return tuple(_text(item) for item in node.value)
    if key == "based_on":
        raise FrontValueError("list-expected")
    return _text(node)


def _text(node: yaml.Node) -> str:
    if node.tag != f"{TAG}str" or not isinstance(node.value, str):
        raise FrontValueError("text-expected")
    return node.value.strip()
