"""Words and wordings known to be wrong, and those that an editor should look at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding, rule
from portal.wording.phrases import read_language_file


@dataclass(frozen=True)
class Wording:
    """What is looked for, and what is right in its place; a doubt is for an editor to settle."""

    pattern: re.Pattern[str]
    part: str
    """A part of it that is there whatever the capitals and the spaces."""
    right: str
    doubt: bool


@cache
def wordings() -> Mapping[str, tuple[Wording, ...]]:
    """The list by language."""
    lists = read_language_file("known_errors.yml")
    return {language: tuple(_wording(**entry) for entry in entries) for language, entries in lists.items()}


@rule()
def known_errors(passage: Passage) -> Iterator[Finding]:
    for entry in wordings()[passage.language]:
        for found in entry.pattern.finditer(passage.text) if entry.part in passage.text else ():
            right = entry.right.capitalize() if found[0][0].isupper() and entry.right.islower() else entry.right
            if entry.doubt:
                yield Finding(*found.span(), "wording-doubt", {"found": found[0], "expected": right}, warning=True)
            else:
                yield Finding(*found.span(), fix=right)


def _wording(found: str, right: str, doubt: bool = False) -> Wording:
    words = found.removesuffix("…")
    pattern = r"(?<!\w)" + re.escape(words).replace(r"\ ", r"[\s\u00a0]+") + ("" if found.endswith("…") else r"(?!\w)")
    part = max(words.split(), key=len)[1:]
    return Wording(re.compile(pattern, re.IGNORECASE if found.islower() else 0), part, right, doubt)
