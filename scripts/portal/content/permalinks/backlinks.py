"""Who links to us: records/backlinks.yml, in which staff list institutions and the addresses they rely on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.addresses import Address, likely_address, parse_neutral
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_line
from portal.content.suggestions import nearest

FILE = Path("records/backlinks.yml")
KEYS = ("institution", "page", "address")


@dataclass(frozen=True)
class Backlink:
    """An institution, its page that links to us, and our address as that page writes it."""

    institution: str
    page: str
    written: str
    address: Address
    line: int


def read_backlinks(root: Path, permalinks: Permalinks) -> tuple[list[Backlink], list[Problem]]:
    text = ""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except FileNotFoundError:
        return [], []
    except YAML_FAULTS as fault:
        return [], [Problem(FILE, fault_line(fault, text), "backlinks-yaml", {"found": type(fault).__name__})]
    if node is None:
        return [], []
    known = {*permalinks.locked, *permalinks.live}
    entries = [_read_entry(entry, known) for entry in (node.value if isinstance(node, yaml.SequenceNode) else [node])]
    return (
        [entry for entry in entries if isinstance(entry, Backlink)],
        [entry for entry in entries if isinstance(entry, Problem)],
    )


def _read_entry(node: yaml.Node, known: set[Address]) -> Backlink | Problem:
    line = node.start_mark.line + 1
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    facts = {key.value: " ".join(value.value.split()) for key, value in pairs if isinstance(value, yaml.ScalarNode)}
    if set(facts) != set(KEYS) or len(pairs) != len(KEYS) or not all(facts.values()):
        return Problem(FILE, line, "backlinks-row", {"found": ", ".join(map(str, facts)) or "—"})
    written = facts["address"]
    if not facts["page"].startswith(("https://", "http://")):
        return Problem(FILE, line, "backlinks-page", {"found": facts["page"]})
    if (address := parse_neutral(written)) is None:
        near = f"/{likely_address(written)}".replace("//", "/")
        return Problem(FILE, line, "backlinks-form", {"found": written, "near": near})
    if address not in known:
        near = nearest(str(address), map(str, sorted(known)))
        return Problem(FILE, line, "backlinks-unknown", {"found": written, "near": near})
    return Backlink(facts["institution"], facts["page"], written, address, line)


def by_address(backlinks: Iterable[Backlink]) -> Mapping[Address, list[Backlink]]:
    found: dict[Address, list[Backlink]] = {}
    for backlink in backlinks:
        found.setdefault(backlink.address, []).append(backlink)
    return found
