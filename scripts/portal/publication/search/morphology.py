"""The table of Kyrgyz morphology in kyrgyz.json, and its endings in all their spellings."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from portal.wording.phrases import FOLDER

TABLE = FOLDER / "kyrgyz.json"


@dataclass(frozen=True)
class Ending:
    """One spelling of an ending, and conditions on the stem before it."""

    after: str
    """Letters that the stem may end in."""
    harmony: str | None
    """The first vowel, if it must agree with the last one of the stem."""
    least: int
    most: int
    """The least and the greatest number of vowels in the stem."""
    unless: tuple[str, ...]
    """Letters that the stem may not end in."""
    gives: str
    """Letters added to the stem."""
    verb: bool
    inside: bool
    """Only before another ending of a verb."""


@cache
def table() -> dict[str, Any]:
    rules: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return rules


def browser_table() -> dict[str, Any]:
    """The table without the notes of its authors."""
    rules = table()
    classes = [
        {key: value for key, value in kind.items() if key not in ("name", "example")} for kind in rules["classes"]
    ]
    whole = [{"words": group["words"]} for group in rules["whole"]]
    verbs = {"words": rules["verbs"]["words"]}
    return {key: value for key, value in rules.items() if key != "about"} | {
        "classes": classes,
        "whole": whole,
        "verbs": verbs,
    }


@cache
def endings() -> Mapping[str, tuple[Ending, ...]]:
    """All endings by their letters; those spelled alike in the order of the table."""
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
