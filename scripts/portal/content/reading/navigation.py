"""The reading order of the pages, from `nav` in mkdocs.yml."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from portal.addresses import page_path


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without MkDocs: values with its own tags (!ENV) are None."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def read_nav(config: Path) -> tuple[str, ...] | None:
    """The paths of the pages in order, sections flattened; None without a file or without `nav`."""
    try:
        settings = yaml.load(config.read_text(encoding="utf-8"), Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    nav = settings.get("nav") if isinstance(settings, dict) else None
    return tuple(_flatten(nav)) if isinstance(nav, list) else None


def _flatten(items: Iterable[object]) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield page_path(item)
        elif isinstance(item, dict):
            for children in item.values():
                yield from _flatten([children] if isinstance(children, str) else children)
