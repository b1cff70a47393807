"""Spaces: one between words, none before a comma, one after it, and initials that stay with their name."""

import re

from portal.content.markdown.prose import HIDDEN, Passage
from portal.content.proofreading.finding import Finding, match_rule

CAPITAL = "А-ЯЁӨҮҢA-Z"
# Spaces at the beginning or end of a line are Markdown's.
SEVERAL = re.compile(r"[ \u00a0\u202f][ \u00a0\u202f]+(?=[^\s\x00|]|[\x00][^\s|])")
BEFORE = re.compile(r"[ \u00a0][ \u00a0]*([,;]|[.!?:](?=\s|$))(?![.\-)(])")
AFTER = re.compile(r"[,;.](?=[^\W\d_])(?:(?<=[^\W\d_][,;])|(?<=[а-яёөүңa-z]{2}\.)(?=[А-ЯЁӨҮҢ][а-яёөүң ]))")
REPEATED = re.compile(r"([,;:.])\1+")
INITIALS = re.compile(
    rf"[{CAPITAL}](?<![\w.].)\.[ \u00a0]?(?:[{CAPITAL}]\.[ \u00a0]?)?"
    rf"(?=(?P<name>[{CAPITAL}][^\W\d_A-ZА-ЯЁӨҮҢ]{{2,}}\w*))"
)
SURNAME = re.compile(r"\w*(?:ов|ев|ёв|ин|ын|ova|ov|ev|yev|in|ova|eva)\w{0,6}")


@match_rule(SEVERAL)
def several_spaces(passage: Passage, found: re.Match[str]) -> Finding | None:
    begins_line = passage.text[found.start() - 1 : found.start()] in ("", "\n", "\0")
    return None if begins_line or passage.kind == "row" else Finding(*found.span(), fix=" ")


@match_rule(BEFORE)
def spaces_before_marks(passage: Passage, found: re.Match[str]) -> Finding | None:
    before = passage.text[found.start() - 1 : found.start()]
    is_after_word = before.isalnum() or (before != "" and before in '»”")')
    return Finding(*found.span(), fix=found[1]) if is_after_word else None


@match_rule(AFTER, frozenset(",;."))
def missing_spaces(passage: Passage, found: re.Match[str]) -> Finding:
    """No space after a comma or between two sentences."""
    return Finding(*found.span(), fix=f"{found[0]} ")


@match_rule(REPEATED)
def repeated_marks(passage: Passage, found: re.Match[str]) -> Finding | None:
    """A mark written twice; three points and more may be an ellipsis."""
    is_ellipsis = found[1] == "." and len(found[0]) > 2
    return None if is_ellipsis else Finding(*found.span(), "mark-twice", {"sign": found[0]})


@match_rule(INITIALS, text=".")
def initials(passage: Passage, found: re.Match[str]) -> Finding | None:
    """«Ө. Алманбетов»: a space that keeps the initial and the name on one line."""
    right = "".join(f"{letter}.\u00a0" for letter in re.findall(rf"[{CAPITAL}]", found[0]))
    # A letter at the end of a sentence looks the same; a name in -ов or -ин hardly begins one.
    may_end_sentence = found[0].endswith(" ") and not SURNAME.fullmatch(found["name"])
    if found[0] == right or may_end_sentence or HIDDEN in found[0]:
        return None
    return Finding(*found.span(), fix=right)
