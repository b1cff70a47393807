"""Quotation marks: «…» and „…“ within them in Kyrgyz and Russian, “…” in English, always in pairs."""

import re
from collections.abc import Iterator

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding, match_rule, rule

PAIRS = {"ky": ("«»", "„“"), "ru": ("«»", "„“"), "en": ("“”", "‘’")}
MARK = re.compile("[\"“”„‟«»″＂]|,,(?=\\w)|''|``")
MARKS = frozenset("\"“”„‟«»″＂'`")
APOSTROPHE = re.compile(r"'(?:(?<=[A-Za-z].)(?=[a-z])|(?<=s.)(?= [a-z]))")
OPENING, CLOSING = "«„", "»"


@rule(MARKS)
def quotation_marks(passage: Passage) -> Iterator[Finding]:
    """Every mark by its place: outer or inner, opening or closing."""
    open_marks: list[re.Match[str]] = []
    for mark in MARK.finditer(passage.text):
        if _opens(passage.text, mark, within=bool(open_marks)):
            open_marks.append(mark)
        elif open_marks:
            opening = open_marks.pop()
            yield from _check_pair(passage, opening, mark, is_inner=bool(open_marks))
        else:
            yield _unpaired(passage, mark)
    yield from (_unpaired(passage, mark) for mark in open_marks)


@match_rule(APOSTROPHE, text="'", languages=("en",))
def apostrophes(passage: Passage, found: re.Match[str]) -> Finding:
    """English ’ in “the Union’s”."""
    return Finding(*found.span(), fix="’")


def _check_pair(passage: Passage, opening: re.Match[str], closing: re.Match[str], is_inner: bool) -> Iterator[Finding]:
    for mark, right in zip((opening, closing), PAIRS[passage.language][is_inner], strict=True):
        if mark[0] != right:
            yield Finding(*mark.span(), fix=right)


def _unpaired(passage: Passage, mark: re.Match[str]) -> Finding:
    return Finding(*mark.span(), "quote-alone", {"pair": "…".join(PAIRS[passage.language][0])})


def _opens(text: str, mark: re.Match[str], within: bool) -> bool:
    """Whether a mark opens: by what is beside it, since any mark is typed for any other; else by its own form."""
    before, after = text[mark.start() - 1 : mark.start()].strip("*_"), text[mark.end() : mark.end() + 1].strip("*_")
    free_before = not before or before.isspace() or before in '\0([—–-/«„“"'
    free_after = not after or after.isspace() or after in '\0)].,;:!?—–…»”"'
    if mark[0] in OPENING or mark[0] in CLOSING:
        return mark[0] in OPENING
    if free_before != free_after:
        return free_before
    return not within
