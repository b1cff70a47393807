"""The table of Kyrgyz morphology, read from kyrgyz.json once and unfolded into endings."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from portal.wording.catalogue import FOLDER

TABLE = FOLDER / "kyrgyz.json"


@dataclass(frozen=True)
class Ending:
    """One ending in one of its forms, and what the stem before it must be like."""

    after: str
    """The letters that the stem may end in."""
    harmony: str | None
    """The first vowel, where it follows the last one of the stem by harmony."""
    least: int
    most: int
    """How many vowels the stem has."""
    unless: tuple[str, ...]
    """How the stem may not end."""
    gives: str
    """What is put at the end of the stem."""
    verb: bool
    inside: bool
    """Only after an ending of a verb."""


@cache
def table() -> dict[str, Any]:
    """The table as it is written."""
    return json.loads(TABLE.read_text(encoding="utf-8"))


@cache
def endings() -> Mapping[str, tuple[Ending, ...]]:
    """Every ending by its letters, those of one spelling in the order of the table."""
    found: dict[str, list[Ending]] = defaultdict(list)
    for kind in table()["classes"]:
        for pattern in kind["endings"].split():
            for letters, after, harmony in _spellings(pattern, "", None, None):
                found[letters].append(_ending(kind, after, harmony))
    return {letters: tuple(alike) for letters, alike in found.items()}


def _ending(kind: Mapping[str, Any], after: str | None, harmony: str | None) -> Ending:
    allowed = kind.get("after", table()["vowels"] + table()["consonants"])
    return Ending(
        after="".join(letter for letter in allowed if after is None or letter in after),
        harmony=harmony,
        least=kind.get("syllables", 1),
        most=kind.get("most", 99),
        unless=tuple(kind.get("unless", "").split()),
        gives=kind.get("gives", ""),
        verb=kind.get("verb", False),
        inside=kind.get("inside", False),
    )


def _spellings(
    pattern: str, begun: str, after: str | None, harmony: str | None
) -> Iterator[tuple[str, str | None, str | None]]:
    """The spellings of a pattern that goes on after `begun`: letters, the letters that they follow, the first vowel."""
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
