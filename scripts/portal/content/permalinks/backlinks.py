"""Who links to us: records/backlinks.yml, in which staff list institutions and the addresses they rely on."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from portal.addresses import PREFIXES, Address, likely_address, parse_neutral
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.facts import fact_fault
from portal.content.reading.files import read_record
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_place
from portal.content.suggestions import nearest

FILE = Path("records/backlinks.yml")
PAGE = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
HOST = re.compile(r"https?://[^/]+")
PROJECT = re.compile(r"https?://[^/]+\.github\.io/[^/]+")
KEYS = ("institution", "page", "address")


@dataclass(frozen=True)
class Backlink:
    """An institution, its page that links to us, and our address below the root as that page writes it."""

    institution: str
    page: str
    written: str
    address: Address
    line: int


def read_backlinks(root: Path, permalinks: Permalinks) -> tuple[list[Backlink], list[Problem]]:
    known = {*permalinks.locked, *permalinks.live}
    return read_record(root, FILE, lambda text: _read_entries(text, known))


def _read_entries(text: str, known: set[Address]) -> tuple[list[Backlink], list[Problem]]:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except YAML_FAULTS as fault:
        line, found = fault_place(fault, text)
        return [], [Problem(FILE, line, "backlinks-yaml", {"found": found.strip()})]
    if node is None:
        return [], []
    entries = [_read_entry(entry, known) for entry in (node.value if isinstance(node, yaml.SequenceNode) else [node])]
    return (
        [entry for entry in entries if isinstance(entry, Backlink)],
        [entry for entry in entries if isinstance(entry, Problem)],
    )


def _read_entry(node: yaml.Node, known: set[Address]) -> Backlink | Problem:
    line = node.start_mark.line + 1
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    scalars = [
        (key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    ]
    facts = {key.value: " ".join(value.value.split()) for key, value in scalars}
    if set(facts) != set(KEYS) or len(pairs) != len(KEYS) or not all(facts.values()):
        return Problem(FILE, line, "backlinks-row", {"found": ", ".join(map(str, facts)) or "—"})
    for key in KEYS:
        if fault := fact_fault(key, facts[key]):
            return Problem(FILE, line, *fault)
    written = facts["address"]
    if not PAGE.fullmatch(facts["page"]):
        return Problem(FILE, line, "backlinks-page", {"found": facts["page"]})
    readings = {reading: parse_neutral(reading) for reading in _readings(written, known)}
    for reading, address in readings.items():
        if address in known:
            return Backlink(facts["institution"], facts["page"], reading, address, line)
    near = f"/{nearest(str(likely_address(written)), map(str, sorted(known)))}".replace("//", "/")
    rule = "backlinks-unknown" if any(readings.values()) else "backlinks-form"
    return Problem(FILE, line, rule, {"found": written, "near": near})


def _readings(written: str, known: set[Address]) -> Iterator[str]:
    """The addresses below the root that a link by others may mean, the likeliest first: "/ru/strategy/role/#status".

    Unless $SITE_URL says where on its host the site lies, first folders are left out until one is ours. The home page
    has no folder to tell it by: it is the root of a host, or of a project on GitHub Pages.
    """
    page, _, id_ = written.partition("#")
    page = page and page.partition("?")[0].removesuffix("index.html").rstrip("/") + "/"
    end = f"#{id_}" if id_ else ""
    site = os.environ.get("SITE_URL", "").rstrip("/") + "/"
    if page.startswith(site):
        yield page.removeprefix(site.rstrip("/")) + end
    path = HOST.sub("", page)
    yield path + end
    if page != path and PROJECT.match(page):
        yield PROJECT.sub("", page) + end
    ours = {address.path.partition("/")[0] for address in known} | set(PREFIXES)
    parts = path.strip("/").split("/")
    for count in range(1, len(parts)):
        if parts[count - 1] in ours:
            return
        yield f"/{'/'.join(parts[count:])}/{end}"


def by_address(backlinks: Iterable[Backlink]) -> Mapping[Address, list[Backlink]]:
    found: dict[Address, list[Backlink]] = {}
    for backlink in backlinks:
        found.setdefault(backlink.address, []).append(backlink)
    return found
