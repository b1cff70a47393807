"""The words in language/: those of the interface, and the lists that the checks and the search use."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[3] / "language"


@cache
def read_words(name: str) -> Any:
    """A file of language/, read once; JSON is YAML too."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def catalogue() -> dict[str, dict[str, str]]:
    """The words of the interface by key and language."""
    words: dict[str, dict[str, str]] = read_words("interface.yml")
    return words


def word(key: str, language: str, **values: object) -> str:
    """The word of a language with its $names filled in; KeyError for a key, language or name that is not there."""
    return Template(catalogue()[key][language]).substitute(values)


def speaker(language: str) -> Callable[..., str]:
    """`word` for one language, as templates call it."""
    return lambda key, **values: word(key, language, **values)
