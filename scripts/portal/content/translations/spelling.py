"""Whether two versions of a section differ in spelling only."""

import re

from rapidfuzz.distance import OSA

from portal.content.translations.fingerprints import plain_words
from portal.content.translations.sections import Section

SHORTEST = 6
"""Letters; in a shorter word one letter may change the meaning."""


def only_spelling(old: Section, new: Section) -> bool:
    """Whether the words are the same except for typing errors, and all else is the same."""
    before, after = plain_words(old), plain_words(new)
    kept = ("level", "code", "links", "images", "tables")
    same = all(getattr(old, name) == getattr(new, name) for name in kept)
    return same and len(before) == len(after) and all(map(_is_same_word, before, after))


def _is_same_word(one: str, other: str) -> bool:
    """Whether two words are the same, or differ in one typing error."""
    are_words = all(re.fullmatch(r"[^\W\d_]+", word) and len(word) >= SHORTEST for word in (one, other))
    return one == other or (are_words and OSA.distance(one, other) == 1)
