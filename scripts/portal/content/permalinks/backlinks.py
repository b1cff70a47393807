"""Who links to us: the institutions that staff wrote down, and which of our addresses they rely on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.addresses import Address, likely_address, parse_neutral
from portal.content.permalinks.redirects_file import YAML_FAULTS
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.suggestions import nearest

FILE = Path("records/backlinks.yml")
KEYS = ("institution", "page", "address")


@dataclass(frozen=True)
class Backlink:
    """An institution, the page of its that links to us, and our address as it is written there."""

    institution: str
    page: str
    written: str
    address: Address
    line: int


def read_backlinks(root: Path, permalinks: Permalinks) -> tuple[list[Backlink], list[Problem]]:
    """The backlinks of the project at `root`, and the rows that are no backlinks or name an address that we never had."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except FileNotFoundError:
        return [], []
    except YAML_FAULTS as fault:
        mark = getattr(fault, "problem_mark", None)
        return [], [Problem(FILE, mark.line + 1 if mark else 1, "backlinks-yaml", {"found": type(fault).__name__})]
    if node is None:
        return [], []
    rows = node.value if isinstance(node, yaml.SequenceNode) else [node]
    read_rows = [_row(row, {*permalinks.locked, *permalinks.live}) for row in rows]
    return [row for row in read_rows if isinstance(row, Backlink)], [
        row for row in read_rows if isinstance(row, Problem)
    ]


def _row(node: yaml.Node, known: set[Address]) -> Backlink | Problem:
    line = node.start_mark.line + 1
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    facts = {key.value: " ".join(value.value.split()) for key, value in pairs if isinstance(value, yaml.ScalarNode)}
    if set(facts) != set(KEYS) or len(pairs) != len(KEYS) or not all(facts.values()):
        return Problem(FILE, line, "backlinks-row", {"found": ", ".join(map(str, facts)) or "—"})
    if not facts["page"].startswith(("https://", "http://")):
        return Problem(FILE, line, "backlinks-page", {"found": facts["page"]})
    address = parse_neutral(facts["address"])
    if address is None:
        return Problem(
            FILE,
            line,
            "backlinks-form",
            {"found": facts["address"], "near": f"/{likely_address(facts['address'])}".replace("//", "/")},
        )
    if address not in known:
        return Problem(
            FILE,
            line,
            "backlinks-unknown",
            {"found": facts["address"], "near": nearest(str(address), map(str, sorted(known)))},
        )
    return Backlink(facts["institution"], facts["page"], facts["address"], address, line)


def by_address(backlinks: Iterable[Backlink]) -> Mapping[Address, list[Backlink]]:
    """The backlinks of each address."""
    found: dict[Address, list[Backlink]] = {}
    for backlink in backlinks:
        found.setdefault(backlink.address, []).append(backlink)
    return found
