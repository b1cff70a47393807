"""The reading order of the pages, from `nav` in mkdocs.yml."""

from collections.abc import Iterable, Iterator, Sequence

import yaml

from portal.addresses import page_path
from portal.content.reading.yaml_faults import SettingFault

TEXT = "tag:yaml.org,2002:str"


def paths_in(nav: yaml.Node | None, lines: Sequence[str]) -> tuple[tuple[str, ...] | None, list[SettingFault]]:
    """The paths of the pages in order, sections flattened, and what cannot be read; None without a list."""
    if not isinstance(nav, yaml.SequenceNode):
        return None, [(nav.start_mark.line + 1 if nav else 0, "nav-list", {})]
    found = list(_flatten(nav.value, set()))
    wrong: list[SettingFault] = [
        (line + 1, "nav-entry", {"found": lines[line]}) for line in found if isinstance(line, int)
    ]
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
