"""records/moved.yml, in which people write where a published address is now, or why it is gone."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from portal.addresses import Address, likely_address, parse_address
from portal.content.problems import Problem
from portal.content.reading.facts import fact_fault
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_place
from portal.languages import LANGUAGES, ORIGINAL
from portal.wording.dates import parse_day

FILE = Path("records/moved.yml")
DAY = "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True)
class Redirect:
    target: Address
    line: int


@dataclass(frozen=True)
class Gone:
    """Since when and why an address is gone, the reason in one language or more, and what to read instead."""

    since: datetime.date
    reason: Mapping[str, str]
    alternative: Address
    line: int

    def reason_in(self, language: str) -> tuple[str, str]:
        """The reason for readers of a language, else as it is, and the language of its words."""
        code = language if language in self.reason else next(iter(self.reason), ORIGINAL)
        return self.reason.get(code, ""), code


@dataclass(frozen=True)
class Redirects:
    """The contents of moved.yml; `retitled` has the addresses under `same`, whose titles may change in any way."""

    moved: Mapping[Address, Redirect] = field(default_factory=dict)
    gone: Mapping[Address, Gone] = field(default_factory=dict)
    retitled: Mapping[Address, int] = field(default_factory=dict)
    """By address, with the line."""

    @property
    def addresses(self) -> set[Address]:
        return {*self.moved, *self.gone}


class _EntryError(Exception):
    def __init__(self, node: yaml.Node, rule: str, **values: object) -> None:
        super().__init__(rule)
        self.problem = Problem(FILE, node.start_mark.line + 1, rule, values)


def read_redirects(text: str) -> tuple[Redirects, list[Problem]]:
    """The valid entries of moved.yml, and the problems of all others."""
    lines = text.splitlines()
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except YAML_FAULTS as fault:
        line, found = fault_place(fault, text)
        return Redirects(), [Problem(FILE, line, "moved-yaml", {"found": found})]
    if root is None:
        return Redirects(), []
    if not isinstance(root, yaml.MappingNode):
        line = root.start_mark.line + 1
        return Redirects(), [Problem(FILE, line, "moved-line", {"found": lines[line - 1]})]
    return _read_entries(root)


def _read_entries(root: yaml.MappingNode) -> tuple[Redirects, list[Problem]]:
    moved: dict[Address, Redirect] = {}
    gone: dict[Address, Gone] = {}
    retitled: dict[Address, int] = {}
    problems: list[Problem] = []
    entries: list[tuple[yaml.Node, yaml.Node]] = []
    for key, node in root.value:
        entries += node.value if key.value == "gone" and isinstance(node, yaml.MappingNode) else [(key, node)]
    for key, node in entries:
        try:
            if key.value == "same":
                for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
                    retitled[_read_address(item)] = item.start_mark.line + 1
                continue
            address = _read_address(key)
            if first := moved.get(address) or gone.get(address):
                raise _EntryError(key, "moved-twice", address=address, first=first.line)
            if isinstance(node, yaml.MappingNode):
                gone[address] = _read_gone(address, key, node)
            else:
                moved[address] = Redirect(_read_address(node), key.start_mark.line + 1)
        except _EntryError as fault:
            problems.append(fault.problem)
    return Redirects(moved, gone, retitled), problems


def _read_address(node: yaml.Node) -> Address:
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    if (address := parse_address(written)) is None:
        raise _EntryError(node, "moved-form", found=written or "—", near=likely_address(written))
    return address


def _read_gone(address: Address, key: yaml.Node, node: yaml.MappingNode) -> Gone:
    facts = {name.value: value for name, value in node.value if isinstance(name, yaml.ScalarNode)}
    why = facts.get("why")
    pairs = why.value if isinstance(why, yaml.MappingNode) else []
    words = {name.value: value.value for name, value in pairs if isinstance(name, yaml.ScalarNode)}
    texts = {code: " ".join(words[code].split()) for code in LANGUAGES if isinstance(words.get(code), str)}
    reason = {code: text for code, text in texts.items() if text}
    day = facts.get("since")
    since = parse_day(day.value) if isinstance(day, yaml.ScalarNode) and day.tag == DAY else None
    for text in reason.values():
        if fault := fact_fault("why", text):
            raise _EntryError(key, fault[0], **fault[1])
    if since is None or not reason or "see" not in facts:
        raise _EntryError(key, "moved-gone", address=address)
    return Gone(since, reason, _read_address(facts["see"]), key.start_mark.line + 1)
