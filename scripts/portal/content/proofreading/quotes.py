"""Quotation marks: «…» and „…“ within them in Kyrgyz and Russian, “…” in English, always in pairs."""

import re
from collections.abc import Iterator

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding

PAIRS = {"ky": ("«»", "„“"), "ru": ("«»", "„“"), "en": ("“”", "‘’")}
SIGNS = re.compile("[\"“”„‟«»″＂]|,,(?=\\w)|''|``")
ANY = frozenset("\"“”„‟«»″＂'`")
APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[a-z])|(?<=s)'(?= [a-z])")
OPENS, CLOSES = "«„", "»"
LONGEST = 120
Stack = list[tuple[re.Match[str], int]]


def pairs(passage: Passage) -> Iterator[Finding]:
    """Every mark by its place: outer or inner, opening or closing."""
    if passage.signs.isdisjoint(ANY) and ",," not in passage.text:
        return
    waiting: Stack = []
    for sign in SIGNS.finditer(passage.text):
        if _opens(passage.text, sign, bool(waiting)):
            waiting.append((sign, len(waiting)))
        elif waiting:
            opening, depth = waiting.pop()
            yield from _pair(passage, opening, sign, depth)
        else:
            yield Finding(*sign.span(), "quote-alone", None, _sample(passage))
    for sign, _ in waiting:
        yield Finding(*sign.span(), "quote-alone", None, _sample(passage))


def apostrophes(passage: Passage) -> Iterator[Finding]:
    """English ’ in “the Union’s”."""
    if passage.language == "en" and "'" in passage.signs:
        for found in APOSTROPHE.finditer(passage.text):
            yield Finding(*found.span(), "apostrophe", "’")


def _pair(passage: Passage, opening: re.Match[str], closing: re.Match[str], depth: int) -> Iterator[Finding]:
    wanted = PAIRS[passage.language][min(depth, 1)]
    if opening[0] + closing[0] != wanted:
        inner = passage.text[opening.end() : closing.start()]
        inner = inner if len(inner) <= LONGEST else inner[:LONGEST] + "…"
        words = {
            "found": opening[0] + inner + closing[0],
            "expected": wanted[0] + inner + wanted[1],
            "inner": "…".join(PAIRS[passage.language][1]),
        }
        if opening[0] != wanted[0]:
            yield Finding(*opening.span(), "quote-form", wanted[0], words)
        if closing[0] != wanted[1]:
            yield Finding(*closing.span(), "quote-form", wanted[1], words)


def _opens(text: str, sign: re.Match[str], within: bool) -> bool:
    """Whether a mark opens: by what stands beside it, since any of them is typed for any other; else by its own form."""
    before, after = text[sign.start() - 1 : sign.start()].strip("*_"), text[sign.end() : sign.end() + 1].strip("*_")
    free_before = not before or before.isspace() or before in '\0([—–-/«„“"'
    free_after = not after or after.isspace() or after in '\0)].,;:!?—–…»”"'
    if sign[0] in OPENS or sign[0] in CLOSES:
        return sign[0] in OPENS
    if free_before != free_after:
        return free_before
    return not within


def _sample(passage: Passage) -> dict[str, str]:
    return {"pair": "…".join(PAIRS[passage.language][0])}
