"""The table of Kyrgyz morphology in kyrgyz.json, and its endings in all their spellings."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from portal.wording.phrases import FOLDER

TABLE = FOLDER / "kyrgyz.json"
NOTES = ("about", "name", "example")
CONDITIONS = ("syllables", "most", "unless", "gives", "verb", "inside")


@dataclass(frozen=True)
class Ending:
    """One spelling of an ending, and conditions on the stem before it."""

    after: str
    """Letters that the stem may end in."""
    harmony: str | None
    """The first vowel, if it must agree with the last one of the stem."""
    syllables: int = 1
    most: int = 99
    """The least and the greatest number of vowels in the stem."""
    unless: str = ""
    """What the stem may not end in, separated by spaces."""
    gives: str = ""
    """Letters added to the stem."""
    verb: bool = False
    inside: bool = False
    """Only before another ending of a verb."""


@cache
def table() -> dict[str, Any]:
    rules: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return rules


def browser_table() -> dict[str, Any]:
    """The table without the notes of its authors."""
    text = TABLE.read_text(encoding="utf-8")
    rules: dict[str, Any] = json.loads(
        text, object_hook=lambda read: {key: value for key, value in read.items() if key not in NOTES}
    )
    return rules


@cache
def endings() -> Mapping[str, tuple[Ending, ...]]:
    """All endings by their letters; those spelled alike in the order of the table."""
    found: dict[str, list[Ending]] = defaultdict(list)
    for kind in table()["classes"]:
        allowed = kind.get("after", table()["vowels"] + table()["consonants"])
        conditions = {name: value for name, value in kind.items() if name in CONDITIONS}
        for pattern in kind["endings"].split():
            for letters, after, harmony in _spellings(pattern, "", None, None):
                before = "".join(letter for letter in allowed if after is None or letter in after)
                found[letters].append(Ending(before, harmony, **conditions))
    return {letters: tuple(alike) for letters, alike in found.items()}


def _spellings(
    pattern: str, begun: str, after: str | None, harmony: str | None
) -> Iterator[tuple[str, str | None, str | None]]:
    """The spellings of a pattern continued from `begun`: letters, the letters they follow, the first vowel."""
    if not pattern:
        yield begun, after, harmony
        return
    rules, sign, rest = table(), pattern[0], pattern[1:]
    before = next((letter for letter in reversed(begun) if letter in rules["vowels"]), None)
    if sign in "AI":
        for vowel in rules["low" if sign == "A" else "high"]:
            if before is None or vowel in rules["harmony"][before]:
                yield from _spellings(
                    rest, begun + vowel, after if begun else rules["consonants"], harmony if before else vowel
                )
    else:
        for letter, preceding in rules["sounds"].get(sign, {sign: after}).items():
            yield from _spellings(rest, begun + letter, after if begun else preceding, harmony)
