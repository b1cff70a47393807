"""Moves and ends: where an address that was published is now, as people write it down in moved.yml."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from portal.addresses import Address, likely_address, parse_address
from portal.content.problems import Problem
from portal.languages import LANGUAGES

FILE = Path("records/moved.yml")
YAML_FAULTS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
DAY = "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True)
class Redirect:
    """The new place of an address, and the line that says so."""

    target: Address
    line: int


@dataclass(frozen=True)
class Gone:
    """Since when and why there is nothing at an address any more, in three languages, and where to go on."""

    since: datetime.date
    why: Mapping[str, str]
    see: Address
    line: int


@dataclass(frozen=True)
class Redirects:
    """All that moved.yml says; `same` has the lines that settle a new title of an address."""

    moved: Mapping[Address, Redirect] = field(default_factory=dict)
    gone: Mapping[Address, Gone] = field(default_factory=dict)
    same: Mapping[Address, tuple[int, ...]] = field(default_factory=dict)

    @property
    def keys(self) -> set[Address]:
        """The addresses that moved or ended."""
        return {*self.moved, *self.gone}


class _Fault(Exception):
    """What is wrong at one node; never leaves this module."""

    def __init__(self, node: yaml.Node, rule: str, **values: object) -> None:
        super().__init__(rule)
        self.problem = Problem(FILE, node.start_mark.line + 1, rule, values)


def read_redirects(text: str) -> tuple[Redirects, list[Problem]]:
    """What moved.yml says, and what cannot be read in it; faulty lines are left out."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except YAML_FAULTS as fault:
        mark = getattr(fault, "problem_mark", None)
        line = min(mark.line + 1 if mark else 1, len(text.splitlines()))
        return Redirects(), [Problem(FILE, line, "moved-yaml", {"found": (text.splitlines() or [""])[line - 1]})]
    if root is None:
        return Redirects(), []
    if not isinstance(root, yaml.MappingNode):
        return Redirects(), [
            Problem(FILE, root.start_mark.line + 1, "moved-line", {"found": text.splitlines()[root.start_mark.line]})
        ]
    return _gather(root)


def _gather(root: yaml.MappingNode) -> tuple[Redirects, list[Problem]]:
    moved: dict[Address, Redirect] = {}
    gone: dict[Address, Gone] = {}
    same: dict[Address, tuple[int, ...]] = {}
    problems: list[Problem] = []
    for key, node in _pairs(root):
        try:
            if key.value == "same":
                for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
                    address = _address(item)
                    same[address] = (*same.get(address, ()), item.start_mark.line + 1)
                continue
            address = _address(key)
            if first := moved.get(address) or gone.get(address):
                raise _Fault(key, "moved-twice", address=address, first=first.line)
            if isinstance(node, yaml.MappingNode):
                gone[address] = _end(address, key, node)
            else:
                moved[address] = Redirect(_address(node), key.start_mark.line + 1)
        except _Fault as fault:
            problems.append(fault.problem)
    return Redirects(moved, gone, same), problems


def _pairs(root: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """The lines of the file, those under "gone" among them."""
    for key, node in root.value:
        if key.value == "gone" and isinstance(node, yaml.MappingNode):
            yield from node.value
        else:
            yield key, node


def _address(node: yaml.Node) -> Address:
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    if (address := parse_address(written)) is None:
        raise _Fault(node, "moved-form", found=written or "—", near=likely_address(written))
    return address


def _end(address: Address, key: yaml.Node, node: yaml.MappingNode) -> Gone:
    facts = {name.value: value for name, value in node.value if isinstance(name, yaml.ScalarNode)}
    why = facts.get("why")
    words = {name.value: value.value for name, value in why.value} if isinstance(why, yaml.MappingNode) else {}
    since = _day(facts.get("since"))
    if (
        since is None
        or not all(isinstance(words.get(language), str) and words[language].strip() for language in LANGUAGES)
        or "see" not in facts
    ):
        raise _Fault(key, "moved-gone", address=address)
    return Gone(
        since,
        {language: " ".join(words[language].split()) for language in LANGUAGES},
        _address(facts["see"]),
        key.start_mark.line + 1,
    )


def _day(node: yaml.Node | None) -> datetime.date | None:
    try:
        return (
            datetime.date.fromisoformat(node.value) if isinstance(node, yaml.ScalarNode) and node.tag == DAY else None
        )
    except ValueError:
        return None
