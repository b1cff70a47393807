"""mkdocs.yml as far as the texts need it: the reading order of the pages, and how readers reach the Union."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from portal.content.problems import Problem
from portal.content.reading.contact import Contact, contact_in
from portal.content.reading.files import read_record
from portal.content.reading.navigation import paths_in
from portal.content.reading.yaml_faults import YAML_FAULTS, fault_place

FILE = Path("mkdocs.yml")


@dataclass(frozen=True)
class Settings:
    nav: tuple[str, ...] | None = None
    """The paths of the pages in order, sections flattened; None without a list."""
    contact: Contact = field(default_factory=Contact)


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings, and what cannot be read or used."""
    return read_record(root, FILE, _parse) if (root / FILE).exists() else (Settings(), [])


def _parse(text: str) -> tuple[Settings, list[Problem]]:
    try:
        settings = yaml.compose(text, Loader=yaml.SafeLoader)
        nav, in_nav = paths_in(_value(settings, "nav"), text.splitlines())
        contact, in_contact = contact_in(_value(_value(settings, "extra"), "contact"))
    except YAML_FAULTS as fault:
        line, words = fault_place(fault, text)
        return Settings(), [Problem(FILE, line, "settings-yaml", {"found": words})]
    found = [Problem(FILE, line, rule, values) for line, rule, values in (*in_nav, *in_contact)]
    return Settings(nav, contact), found


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key that is written last, as MkDocs reads it."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in reversed(pairs) if name.value == key), None)
