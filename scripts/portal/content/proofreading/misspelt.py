"""Names that are nearly those of the glossary: misspelt, half translated, their words in another order."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from portal.content.glossary import WORD, Name
from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.name_book import LikelyNames

NONE: frozenset[int] = frozenset()
STOP = re.compile(r"[.;!?\n\0]")


def misspelt_names(passage: Passage, names: LikelyNames) -> Iterator[Finding]:
    """Names of this language that are not as the glossary has them."""
    lowercase = passage.text.lower()
    has_one = any(word in lowercase for word in names.beginnings)
    words = list(WORD.finditer(passage.text)) if has_one else []
    for at, name in dict.fromkeys(_misspelt([word[0] for word in words], names)):
        *others, last = words[at : at + len(name.words)]
        begin, end = words[at].start(), last.end()
        if not STOP.search(passage.text[begin:end].replace("\n", " ")):
            is_case_only = [word[0].lower() for word in others] == [word.lower() for word in name.words[:-1]]
            values = {"found": " ".join(passage.text[begin:end].split()), "expected": name.title}
            yield Finding(begin, end, "name-form", values, warning=is_case_only and len(others) < 2)


def _misspelt(written: Sequence[str], names: LikelyNames) -> Iterator[tuple[int, Name]]:
    """The places where a name is meant but written otherwise, and the name."""
    book, words = names.book, [word.lower() for word in written]
    for at, (first, second) in enumerate(pairwise(words)):
        if first not in names.beginnings:
            continue
        for number in sorted(book.meant_by(first).get(0, NONE) & book.meant_by(second).get(1, NONE)):
            name = book.word_orders[number][0]
            size = len(name.words)
            window = tuple(written[at : at + size])
            meant = map(book.meant_by, words[at : at + size])
            is_meant = all(number in word.get(place, NONE) for place, word in enumerate(meant))
            is_common_noun = size == 2 and window[0].islower()
            if len(window) == size and is_meant and not is_common_noun and not _is_right(window, name):
                yield at, name


@cache
def _is_right(written: tuple[str, ...], name: Name) -> bool:
    """Whether words are those of a name, endings aside; a capital at the beginning is as good as none."""
    pairs = enumerate(zip(_lowercase_first(written), _lowercase_first(name.words), strict=True), 1)
    return all(_is_form(word, right, name.language, is_last=at == len(written)) for at, (word, right) in pairs)


def _lowercase_first(words: Sequence[str]) -> list[str]:
    return [words[0][0].lower() + words[0][1:], *words[1:]]


def _is_form(word: str, right: str, language: str, is_last: bool) -> bool:
    """Whether a word is a form of the right one: Russian declines each word of a name, Kyrgyz the last."""
    if language == "ru":
        return word.startswith(re.sub(r"[аеёиоуыэюяйь]{1,2}$", "", right) or right)
    is_acronym = right[1:].isupper()
    return word.startswith(re.sub(r"[кп]$", "", right)) if is_last or is_acronym else word == right
