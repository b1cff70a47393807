"""Dashes and ranges: 2020–2025 with a short dash and no spaces, a dash between words with spaces."""

import re

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding, match_rule

DASHES = frozenset("-‐‑‒–—−")
YEAR = r"(?:19|20)\d\d"
SPACE = r"[ \u00a0]*"
DASH = rf"{SPACE}[-‐‑‒–—−]{SPACE}"
RANGE = re.compile(rf"({YEAR}){DASH}({YEAR})(?:{SPACE}[-‐‑‒–—−]?{SPACE}(?=жж\.|жыл)|(?![\d–]|-\d))(жж\.|жыл)?")
PART_OF_NUMBER = tuple("0123456789-–.")
SPACED = re.compile(r"[ \u00a0]+(?:---?|[-–—−‒])[ \u00a0]+(?=[^\s\x00|])")
LETTER = "а-яёөүңa-z"
# The dash alone; the space that may stand on one side of it is taken with it.
UNSPACED = re.compile(
    rf"—(?:(?<=[{LETTER}»”,]—)|(?<=[{LETTER}»”,] —))(?=[{LETTER}«“])|[—–](?<=[а-яёөүң»,][—–])(?= [а-яёөүң«])"
)
AT_LINE_END = re.compile(r"(?<=[^\s\x00])(?:[ \u00a0]+(?:-|--)|(?<=\w)--)(?=\n)")
DASH_OF = {"ky": "—", "ru": "—", "en": "–"}
ALLOWED = {"ky": "—", "ru": "—", "en": "–—"}


@match_rule(RANGE, DASHES)
def ranges(passage: Passage, found: re.Match[str]) -> Finding | None:
    """2020–2025, and in Kyrgyz 2020–2025-жж."""
    if passage.text[found.start() - 1 : found.start()] in PART_OF_NUMBER:
        return None
    fix = f"{found[1]}–{found[2]}" + (f"-{found[3]}" if found[3] else "")
    return Finding(*found.span(), fix=fix) if found[0] != fix else None


@match_rule(SPACED, DASHES)
def spaced_dashes(passage: Passage, found: re.Match[str]) -> Finding | None:
    """The right dash between words: « — », in English “ – ”."""
    text, dash = passage.text, found[0].strip()
    if dash in ALLOWED[passage.language] or passage.kind == "row":
        return None  # A dash alone in a cell of a table means that there is nothing.
    # At the beginning of a line it is a mark of Markdown.
    begins_line = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip("\0 ")
    between_numbers = text[found.start() - 1].isdigit() and text[found.end()].isdigit()
    if begins_line or between_numbers or _is_range(text, found):
        return None
    return _dash(passage, *found.span())


@match_rule(UNSPACED, frozenset("—–"))
def unspaced_dashes(passage: Passage, found: re.Match[str]) -> Finding | None:
    """A dash that lacks a space on one side or on both."""
    begin = found.start() - (passage.text[found.start() - 1] == " ")
    end = found.end() + (passage.text[found.end()] == " ")
    return _dash(passage, begin, end) if passage.kind != "row" else None


@match_rule(AT_LINE_END, text="-\n")
def dashes_at_line_ends(passage: Passage, found: re.Match[str]) -> Finding | None:
    return _dash(passage, *found.span(), after="") if passage.kind != "row" else None


def _dash(passage: Passage, begin: int, end: int, after: str = " ") -> Finding:
    return Finding(begin, end, fix=f" {DASH_OF[passage.language]}{after}")


def _is_range(text: str, found: re.Match[str]) -> bool:
    """Whether the place belongs to a range of years, which has a rule of its own."""
    left, right = text[max(found.start() - 4, 0) : found.start()], text[found.end() : found.end() + 4]
    return bool(re.fullmatch(YEAR, left)) and bool(re.match(rf"{YEAR}|жж|жыл", right))
