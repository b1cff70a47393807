"""Whether two versions of a section differ in spelling only."""

import re

from portal.content.translations.fingerprints import plain_words
from portal.content.translations.sections import Section

LOOK_ALIKES = str.maketrans("өүңӨҮҢ", "оунОУН")
SHORTEST = 6
"""Letters; in a shorter word one letter may change the meaning."""


def only_spelling(old: Section, new: Section) -> bool:
    """Whether the words are the same except for typing errors, and all else is the same."""
    before, after = plain_words(old), plain_words(new)
    kept = ("level", "code", "links", "images", "tables")
    same = all(getattr(old, name) == getattr(new, name) for name in kept)
    return same and len(before) == len(after) and all(map(_is_same_word, before, after))


def _is_same_word(one: str, other: str) -> bool:
    if one.translate(LOOK_ALIKES) == other.translate(LOOK_ALIKES):
        return True
    letters = re.fullmatch(r"[^\W\d_]+", one) and re.fullmatch(r"[^\W\d_]+", other)
    return bool(letters) and min(len(one), len(other)) >= SHORTEST and _one_edit_apart(one, other)


def _one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out or changed, or two neighbouring letters were swapped."""
    if len(one) > len(other):
        one, other = other, one
    at = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )
