"""Whether what stands under an address is still what stood there: titles compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

RECOGNISABLE = 0.4
TAKEN = 0.9
"""From this likeness on, a title is taken for that of another section."""


@dataclass(frozen=True)
class Change:
    """A title that is no longer that of its id; `other` is the id that it was the title of, if any."""

    id: str
    old: str
    new: str
    other: str | None


def similarity(first: str, second: str) -> float:
    """How much two titles are alike, from 0 to 1, capitals and signs left aside."""
    first, second = _letters(first), _letters(second)
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """Ids under which a title stands that was another id's, or that has nothing in common with the old one."""
    for name, title in new.items():
        before = old.get(name)
        if not before or not title or _letters(before) == _letters(title):
            continue
        likeness = similarity(before, title)
        others = [(similarity(words, title), other) for other, words in old.items() if other != name and words]
        best, other = max(others, default=(0.0, ""))
        if best >= TAKEN and best > likeness:
            yield Change(name, before, title, other)
        elif likeness < RECOGNISABLE:
            yield Change(name, before, title, None)


def _letters(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
