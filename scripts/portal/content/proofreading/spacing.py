"""Spaces: one between words, none before a comma, one after it, and initials that stay with their name."""

import re
from collections.abc import Iterator

from portal.content.markdown.prose import HIDDEN, Passage
from portal.content.proofreading.finding import Finding

SEVERAL = re.compile(r"[ \u00a0\u202f]{2,}(?=[^\s\x00|]|[\x00][^\s|])")
BEFORE = re.compile(r"[ \u00a0]+([,;]|[.!?:](?=\s|$))(?![.\-)(])")
AFTER = re.compile(r"[,;](?=[^\W\d_])")
SENTENCE = re.compile(r"\.(?=[А-ЯЁӨҮҢ][а-яёөүң ])")
# Anything of the kind: most passages have none of it.
ODD = re.compile(r"[,;.!?:](?![\s\x00»”“)\]\u00a0])[^$]|[ \u00a0][,;.!?:]")
DOUBLE = re.compile(r"([,;:])\1+|(?<!\.)\.\.(?!\.)")
CAPITAL = "А-ЯЁӨҮҢA-Z"
INITIAL = re.compile(rf"(?<![\w.])(?:[{CAPITAL}]\.[ \u00a0]?){{1,2}}(?=[{CAPITAL}][^\W\d_A-ZА-ЯЁӨҮҢ]{{2,}})")
CAPITAL_POINT = re.compile(rf"[{CAPITAL}]\.")
SURNAME = re.compile(r"\w*(?:ов|ев|ёв|ин|ын|ova|ov|ev|yev|in|ova|eva)\w{0,6}")


def several(passage: Passage) -> Iterator[Finding]:
    """Two spaces and more; those at the beginning or end of a line are Markdown's, and are left."""
    if passage.kind != "row" and ("  " in passage.text or not passage.signs.isdisjoint("\u00a0\u202f")):
        for found in SEVERAL.finditer(passage.text):
            if passage.text[found.start() - 1 : found.start()] not in ("", "\n", "\0"):
                yield Finding(*found.span(), "space-several", " ")


def marks(passage: Passage) -> Iterator[Finding]:
    """A space before a comma, none after it, or a mark written twice."""
    text = passage.text
    if not ODD.search(text):
        return
    for found in BEFORE.finditer(text):
        if _is_word(text[found.start() - 1 : found.start()], '»”")'):
            yield Finding(*found.span(), "space-before", found[1])
    for found in AFTER.finditer(text):
        if text[found.start() - 1 : found.start()].isalpha():
            yield Finding(*found.span(), "space-after", f"{found[0]} ")
    for found in SENTENCE.finditer(text):
        before = text[max(found.start() - 2, 0) : found.start()]
        if len(before) == 2 and before.isalpha() and before.islower():
            yield Finding(*found.span(), "space-after", ". ")
    for found in DOUBLE.finditer(passage.text):
        yield Finding(*found.span(), "mark-twice", None, {"sign": found[0]})


def _is_word(sign: str, others: str) -> bool:
    return sign.isalnum() or (sign != "" and sign in others)


def initials(passage: Passage) -> Iterator[Finding]:
    """«Ө. Алманбетов»: a space that keeps the initial and the name on one line."""
    for found in INITIAL.finditer(passage.text) if CAPITAL_POINT.search(passage.text) else ():
        wanted = "".join(f"{letter}.\u00a0" for letter in re.findall(rf"[{CAPITAL}]", found[0]))
        name = re.match(r"\w+", passage.text[found.end() :])
        # A letter at the end of a sentence looks the same; a name in -ов or -ин hardly begins one.
        plain = found[0].endswith(" ") and not (name and SURNAME.fullmatch(name[0]))
        if found[0] != wanted and not plain and HIDDEN not in found[0]:
            shown = found[0] + (name[0] if name else "")
            values = {"found": shown, "expected": wanted + (name[0] if name else "")}
            # Not every keyboard has a no-break space: a plain one is no reason to turn a proposal down.
            spaced = found[0].replace(" ", "\u00a0") == wanted
            yield Finding(*found.span(), "initials", wanted, values, warning=spaced)
