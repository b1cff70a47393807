"""The reading order of the pages, from `nav` in mkdocs.yml."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from portal.addresses import page_path
from portal.content.problems import Problem
from portal.content.reading.files import read_record
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_place

FILE = Path("mkdocs.yml")
TEXT = "tag:yaml.org,2002:str"


def read_nav(root: Path) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """The paths of the pages in order, sections flattened, and what cannot be read; None without a list."""
    return read_record(root, FILE, _parse) if (root / FILE).exists() else (None, [])


def _parse(text: str) -> tuple[tuple[str, ...] | None, list[Problem]]:
    lines = text.splitlines()
    try:
        settings = yaml.compose(text, Loader=yaml.SafeLoader)
        pairs = settings.value if isinstance(settings, yaml.MappingNode) else []
        nav = next((value for key, value in reversed(pairs) if key.value == "nav"), None)
        found = list(_flatten(nav.value, set())) if isinstance(nav, yaml.SequenceNode) else None
    except YAML_FAULTS as fault:
        line, words = fault_place(fault, text)
        return None, [Problem(FILE, line, "settings-yaml", {"found": words})]
    if found is None:
        return None, [Problem(FILE, nav.start_mark.line + 1 if nav else 0, "nav-list")]
    wrong = [Problem(FILE, line + 1, "nav-entry", {"found": lines[line]}) for line in found if isinstance(line, int)]
    return tuple(page_path(entry) for entry in found if isinstance(entry, str)), wrong


def _flatten(items: Iterable[yaml.Node], seen: set[int]) -> Iterator[str | int]:
    """The file of each page, or the line (from 0) of an entry that names none, such as an alias of a section."""
    for item in items:
        pages = item.value[0][1] if isinstance(item, yaml.MappingNode) and len(item.value) == 1 else item
        if isinstance(pages, yaml.SequenceNode) and pages is not item and id(pages) not in seen:
            seen.add(id(pages))
            yield from _flatten(pages.value, seen)
        else:
            yield pages.value if isinstance(pages, yaml.ScalarNode) and pages.tag == TEXT else item.start_mark.line
