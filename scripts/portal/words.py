"""The words of the interface, read from words.yml once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Template

import yaml

CATALOGUE = Path(__file__).with_name("words.yml")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every word by key and language."""
    return yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))


def word(key: str, language: str, **values: object) -> str:
    """The word of a language with its $names filled in; KeyError for a key, language or name that is not there."""
    return Template(catalogue()[key][language]).substitute(values)


def speaker(language: str) -> Callable[..., str]:
    """`word` for one language, as templates call it."""
    return lambda key, **values: word(key, language, **values)
