"""Words and wordings known to be wrong, and those that an editor should look at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.wording.catalogue import read_words


@dataclass(frozen=True)
class Wording:
    """What is looked for and what stands right in its place; a doubt is for an editor to settle."""

    found: re.Pattern[str]
    mark: str
    """A part of it that is there whatever the capitals and the spaces."""
    right: str
    doubt: bool


@cache
def wordings() -> Mapping[str, tuple[Wording, ...]]:
    """The list by language."""
    lists = read_words("known_errors.yml")
    return {language: tuple(_wording(**entry) for entry in entries) for language, entries in lists.items()}


def known(passage: Passage) -> Iterator[Finding]:
    """Every wording of the list."""
    for entry in wordings()[passage.language]:
        for found in entry.found.finditer(passage.text) if entry.mark in passage.text else ():
            right = entry.right.capitalize() if found[0][0].isupper() and entry.right.islower() else entry.right
            rule, mend = ("wording-doubt", None) if entry.doubt else ("wording", right)
            yield Finding(*found.span(), rule, mend, {"found": found[0], "expected": right}, warning=entry.doubt)


def _wording(found: str, right: str, doubt: bool = False) -> Wording:
    whole = re.escape(found.removesuffix("…")).replace(r"\ ", r"[\s\u00a0]+")
    mark = max(found.removesuffix("…").split(), key=len)[1:]
    cased = 0 if any(letter.isupper() for letter in found) else re.IGNORECASE
    return Wording(
        re.compile(rf"(?<!\w){whole}" + ("" if found.endswith("…") else r"(?!\w)"), cased), mark, right, doubt
    )
