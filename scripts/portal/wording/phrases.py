"""The files in language/: the phrases of the interface, and the lists that the checks and the search use."""

from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import yaml
from markupsafe import Markup, escape

FOLDER = Path(__file__).resolve().parents[3] / "language"

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where libyaml is installed, reading takes a tenth of the time."""


@cache
def read_language_file(name: str) -> Any:
    """A file of language/, read once; JSON is YAML too."""
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), LOADER)


def phrases() -> dict[str, dict[str, str]]:
    """The phrases of the interface by key and language."""
    found: dict[str, dict[str, str]] = read_language_file("interface.yml")
    return found


def subjects() -> dict[str, dict[str, str]]:
    """The subjects of news: their names by language, in their order."""
    found: dict[str, dict[str, str]] = read_language_file("subjects.yml")
    return found


def phrase(key: str, language: str, **values: object) -> str:
    """A phrase with its $names filled in; KeyError for a key, language or name that does not exist."""
    return Template(phrases()[key][language]).substitute(values)


def html_phrase(key: str, language: str, **values: object) -> Markup:
    """A phrase as HTML: its words and what is filled in are escaped, unless that is HTML itself."""
    words = Template(escape(phrases()[key][language]))
    return Markup(words.substitute({name: escape(value) for name, value in values.items()}))
