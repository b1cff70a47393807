"""Names that are nearly those of the glossary: misspelt, half translated, their words in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import permutations

from portal.passages import Passage
from portal.typography.finding import Finding
from portal.typography.names import WORD, Book, Name

ALIKE = 0.78


def altered(passage: Passage, book: Book) -> Iterator[Finding]:
    """Names of this language that are not as the glossary has them."""
    small = passage.text.lower()
    for name in book.proper[passage.language]:
        keys = sorted(name.words, key=len)[-3:]
        if sum(key[:4].lower() in small for key in keys) >= min(2, len(name.words) - 1):
            yield from _altered(passage, name)


def _altered(passage: Passage, name: Name) -> Iterator[Finding]:
    words = list(WORD.finditer(passage.text))
    size = len(name.words)
    for at in range(len(words) - size + 1):
        window = words[at : at + size]
        written = [word[0] for word in window]
        if _alike(written, name.words) and not _right(written, name):
            begin, end = window[0].start(), window[-1].end()
            if not re.search(r"[.;!?\n\0]", passage.text[begin:end].replace("\n", " ")):
                only_case = [word.lower() for word in written[:-1]] == [word.lower() for word in name.words[:-1]]
                values = {"found": " ".join(passage.text[begin:end].split()), "expected": name.core}
                yield Finding(begin, end, "name-form", None, values, warning=only_case and size < 3)


def _right(written: list[str], name: Name) -> bool:
    """Whether the words are those of the name, endings aside; a capital at the beginning is as good as none."""
    first, rest = (written[0][0].lower() + written[0][1:], name.words[0][0].lower() + name.words[0][1:])
    pairs = [(first, rest), *zip(written[1:], name.words[1:], strict=True)]
    return all(_is_form(word, right, name.language, last=at == len(pairs) - 1) for at, (word, right) in enumerate(pairs))


def _is_form(word: str, right: str, language: str, last: bool) -> bool:
    """Whether a word is a form of the right one: Russian declines each word of a name, Kyrgyz the last."""
    if language == "ru":
        return word.startswith(re.sub(r"[аеёиоуыэюяйь]{1,2}$", "", right) or right)
    acronym = right[1:].isupper()
    return word.startswith(re.sub(r"[кп]$", "", right)) if last or acronym else word == right


def _alike(written: list[str], words: tuple[str, ...]) -> bool:
    """Whether the words could be meant, in this order or, in a short name, in another."""
    if all(_similar(one, other) for one, other in zip(written, words, strict=True)):
        return len(words) > 2 or not written[0].islower()
    if len(words) != 3 or written[0].islower():
        return False
    return any(all(_similar(one, other) for one, other in zip(written, order, strict=True)) for order in permutations(words))


def _similar(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    if one[:1] != other[:1] and one[1:3] != other[1:3]:
        return False
    cut = one[: max(len(other), 3)]
    return one == other or max(ratio(one, other), ratio(cut, other)) >= ALIKE


def ratio(one: str, other: str) -> float:
    """How alike two words are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
