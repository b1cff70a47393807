"""Dashes and ranges: 2020–2025 with a short dash and no spaces, a dash between words with spaces."""

import re
from collections.abc import Iterator

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding, replaced

DASHES = frozenset("-‐‑‒–—−")
YEAR = r"(?:19|20)\d\d"
OF_A_LONGER_FIGURE = tuple("0123456789-–.")
SPACE = r"[ \u00a0]*"
RANGE = re.compile(rf"({YEAR}){SPACE}[-‐‑‒–—−]{SPACE}({YEAR})(?![\d–]|-\d)")
KYRGYZ_RANGE = re.compile(
    rf"({YEAR}){SPACE}[-‐‑‒–—−]{SPACE}({YEAR})(?:{SPACE}[-‐‑‒–—−]?{SPACE}(?=(?:жж\.|жыл))|(?![\d–]|-\d))(жж\.|жыл)?"
)
BETWEEN = re.compile(r"[ \u00a0]+(?:---?|[-–—−‒])[ \u00a0]+(?=[^\s\x00|])")
MAYBE = re.compile(r"[-–—−‒][ \u00a0]")
TIGHT = re.compile(
    r"(?<=[а-яёөүңa-z»”])—(?=[а-яёөүңa-z«“])|(?<=[а-яёөүңa-z»”,]) ?[—](?=[а-яёөүңa-z«“])|(?<=[а-яёөүң»,])[—–] (?=[а-яёөүң«])"
)
LINE = re.compile(r"(?<=[^\s\x00])(?:[ \u00a0]+(?:-|--)|(?<=\w)--)(?=\n)")
SIGNS = {"ky": "—", "ru": "—", "en": "–"}
RIGHT = {"ky": "—", "ru": "—", "en": "–—"}


def ranges(passage: Passage) -> Iterator[Finding]:
    """2020–2025, and in Kyrgyz 2020–2025-жж."""
    if passage.signs.isdisjoint(DASHES):
        return
    pattern = KYRGYZ_RANGE if passage.language == "ky" else RANGE
    for found in pattern.finditer(passage.text):
        if passage.text[found.start() - 1 : found.start()] in OF_A_LONGER_FIGURE:
            continue
        ending = found[3] if passage.language == "ky" else ""
        wanted = f"{found[1]}–{found[2]}" + (f"-{ending}" if ending else "")
        if found[0] != wanted:
            yield Finding(*found.span(), "range", wanted, {"found": found[0], "expected": wanted})


def between(passage: Passage) -> Iterator[Finding]:
    """A dash between words: « — », in English “ – ”."""
    sign = SIGNS[passage.language]
    if passage.signs.isdisjoint(DASHES):
        return
    if passage.kind == "row":
        return  # a dash alone in a cell stands for nothing at all
    for found in BETWEEN.finditer(passage.text) if MAYBE.search(passage.text) else ():
        left, right = passage.text[found.start() - 1 : found.start()], passage.text[found.end()]
        # At the beginning of a line it is a mark of Markdown.
        first = not passage.text[passage.text.rfind("\n", 0, found.start()) + 1 : found.start()].strip("\0 ")
        alone = first or (left.isdigit() and right.isdigit())
        if not alone and found[0].strip() not in RIGHT[passage.language] and not _is_range(passage.text, found):
            yield Finding(*found.span(), "dash", f" {sign} ", {"sign": sign})
    if passage.text.count("—") + passage.text.count("–") > passage.text.count(" — ") + passage.text.count("–2"):
        yield from replaced(TIGHT, passage.text, "dash", f" {sign} ", sign=sign)
    if "-\n" in passage.text:
        yield from replaced(LINE, passage.text, "dash", f" {sign}", sign=sign)


def _is_range(text: str, found: re.Match[str]) -> bool:
    """The place belongs to a range of years, which is another rule's."""
    left, right = text[max(found.start() - 4, 0) : found.start()], text[found.end() : found.end() + 4]
    return bool(re.fullmatch(YEAR, left)) and bool(re.match(rf"{YEAR}|жж|жыл", right))
