"""Values of front matter: texts, dates, lists and documents, as their keys require."""

import datetime
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from portal.content.reading.facts import fact_fault
from portal.wording.dates import parse_day

DATES = ("date", "updated", "status_date", "withdrawn")
ORDER = re.compile(r"[1-9]\d?", re.ASCII)
TAG = "tag:yaml.org,2002:"
STATUSES = ("draft", "adopted", "archived")
DRAFT, ADOPTED, ARCHIVED = STATUSES
DOCUMENT = {
    "title": "title: Документтин аталышы",
    "date": "date: 2020-03-12",
    "number": "number: 1",
    "link": "link: assets/document.pdf",
}
"""The keys of a document in `based_on`, each with an example."""


@dataclass(frozen=True)
class Document:
    """A document that a page is based on; `link` is an address, or a file below docs/."""

    title: str
    date: datetime.date
    number: str = ""
    link: str = ""


Value = str | int | datetime.date | tuple[str | Document, ...]


class FrontValueError(Exception):
    """A value that is not what its key requires; the message is the rule that it breaks.

    `node` is the part of the value that is at fault, with further values for the message.
    """

    def __init__(self, rule: str, node: yaml.Node | None = None, **values: object) -> None:
        super().__init__(rule)
        self.node = node
        self.values: Mapping[str, object] = values


def parse_value(key: str, node: yaml.Node) -> Value:
    if _is_empty(node):
        raise FrontValueError("key-empty")
    if key in DATES:
        return _day(node)
    if key == "order":
        if node.tag == f"{TAG}int" and ORDER.fullmatch(node.value):
            return int(node.value)
        raise FrontValueError("order-expected")
    if isinstance(node, yaml.SequenceNode) and key in ("based_on", "source", "subjects"):
        documents = yaml.MappingNode if key == "based_on" else ()
        return tuple(_document(item) if isinstance(item, documents) else _text(key, item) for item in node.value)
    if key in ("based_on", "subjects"):
        raise FrontValueError("list-expected")
    return _text(key, node)


def _is_empty(node: yaml.Node) -> bool:
    """Whether a value says nothing: not even a letter or a digit."""
    is_blank = isinstance(node.value, str) and not any(map(str.isalnum, node.value))
    return node.tag == f"{TAG}null" or not node.value or is_blank


def _text(key: str, node: yaml.Node) -> str:
    if node.tag != f"{TAG}str" or not isinstance(node.value, str):
        raise FrontValueError("text-expected")
    return _judged(key, node)


def _judged(key: str, node: yaml.Node) -> str:
    """The text of a value as it is after YAML's escapes."""
    text = str(node.value).strip()
    if fault := fact_fault(key, text):
        raise FrontValueError(fault[0], node, **fault[1])
    return text


def _day(node: yaml.Node) -> datetime.date:
    # A date in quotes is text to MkDocs, so it is refused here too.
    if node.tag == f"{TAG}timestamp" and (day := parse_day(node.value)):
        return day
    raise FrontValueError("date-expected")


def _document(node: yaml.MappingNode) -> Document:
    parts: dict[str, yaml.Node] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key not in DOCUMENT:
            known = difflib.get_close_matches(key.lower(), DOCUMENT, n=len(DOCUMENT), cutoff=0)
            raise FrontValueError("document-key", key_node, key=key, known=", ".join(known))
        if key in parts:
            raise FrontValueError("key-twice", key_node, key=key, first=parts[key].start_mark.line + 2)
        parts[key] = value
    for key in ("title", "date"):
        if key not in parts:
            raise FrontValueError("document-missing", node, key=key, example=DOCUMENT[key])
    values = {key: _document_value(key, value) for key, value in parts.items()}
    return Document(**values)


def _document_value(key: str, node: yaml.Node) -> Any:
    try:
        if _is_empty(node):
            raise FrontValueError("key-empty")
        if key == "number" and isinstance(node, yaml.ScalarNode):
            return _judged(key, node)
        return _day(node) if key == "date" else _text(key, node)
    except FrontValueError as fault:
        raise FrontValueError(str(fault), node, **{"key": key, "example": DOCUMENT[key], **fault.values}) from None
