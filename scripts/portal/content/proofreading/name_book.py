"""The official names as texts of one language should write them, and what other languages write instead."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, permutations, product

from rapidfuzz import fuzz, process

from portal.content.glossary import WORD, Name

ALIKE = 78
"""How alike two words must be, of 100, for one to be meant by the other."""
SHORTEST = 3

Names = Mapping[str, Mapping[str, Name]]
"""Names by id and language."""


class NameBook:
    """The names of the glossary, prepared for proofreading the texts of one language."""

    def __init__(self, names: Names, language: str) -> None:
        entries = [entry for entry in names.values() if language in entry]
        self.words = frozenset(word for entry in entries for word in WORD.findall(entry[language].long))
        self.word_orders = [(name, words) for name in _exact_names(entries, language) for words in _word_orders(name)]
        self.exact_words = _by_length({word.lower() for _, words in self.word_orders for word in words})
        self.foreign = _foreign_forms(entries, language)
        self.foreign_patterns = _foreign_patterns(self.foreign, entries, language)
        self.firsts = _by_length({words[0].lower() for _, words in self.word_orders})
        self.meant_by = cache(self._meant_by)
        self._compared: set[str] = set()
        self._beginnings: set[str] = set()

    def likely_in(self, text: str) -> "LikelyNames":
        """What to look for in a text: most of its words begin no name, which is found out for all of them at once."""
        words = {word.lower() for word in set(WORD.findall(text))}
        self._beginnings |= _like_one_of(self.firsts, list(words - self._compared))
        self._compared |= words
        foreign = [(stem, pattern) for stem, pattern in self.foreign_patterns if stem in text]
        return LikelyNames(self, words & self._beginnings, foreign)

    def _meant_by(self, lowercase: str) -> Mapping[int, frozenset[int]]:
        """What a word may stand for: by place in a name, the numbers of the word orders that have such a word there."""
        alike = set(_alike(lowercase, self.exact_words))
        found: dict[int, set[int]] = {}
        for number, (_, words) in enumerate(self.word_orders) if alike else ():
            for place, word in enumerate(words):
                if word.lower() in alike:
                    found.setdefault(place, set()).add(number)
        return {place: frozenset(numbers) for place, numbers in found.items()}


@dataclass(frozen=True)
class LikelyNames:
    """The names that a text may have: the words that may stand for the first of one, and patterns of foreign ones."""

    book: NameBook
    beginnings: Collection[str]
    foreign_patterns: Sequence[tuple[str, re.Pattern[str]]]


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    return {length: list(found) for length, found in groupby(sorted(words, key=len), len)}


def _alike(written: str, by_length: Mapping[int, Collection[str]]) -> Iterator[str]:
    """The words that are like a word, as a whole or without what it may have as an ending."""
    for length, words in by_length.items():
        shortest, longest = sorted((length, len(written)))
        if longest * ALIKE <= 2 * 100 * shortest - shortest * ALIKE:  # Others differ in too many letters.
            yield from _most_like(written, words)
        if length < len(written):
            yield from _most_like(written[: max(length, SHORTEST)], words)


def _like_one_of(by_length: Mapping[int, Collection[str]], words: Sequence[str]) -> set[str]:
    """Those of many words that are like one of a few."""
    found: set[str] = set()
    for length, few in by_length.items():
        cut = [word[: max(length, SHORTEST)] for word in words]
        for one, written in product(few, (words, cut)):
            alike = process.extract(one, written, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
            found.update(words[at] for _, _, at in alike)
    return found


def _exact_names(entries: list[Mapping[str, Name]], language: str) -> tuple[Name, ...]:
    """The names, long and short, that must be written to the letter."""
    exact: dict[str, Name] = {}
    for entry in entries:
        # English writes every name in capitals: what is a proper name there is one in each language.
        is_proper = any(name.is_proper for name in entry.values())
        name = entry[language]
        for form in (name, Name(language, name.short or "")):
            if form.has_several_words and (form.is_proper or (is_proper and form is name)):
                exact.setdefault(form.title, form)
    return tuple(exact.values())


def _word_orders(name: Name) -> list[tuple[str, ...]]:
    """The words of a name in the orders in which it is recognised: any order, where there are three."""
    return list(permutations(name.words)) if len(name.words) == 3 else [name.words]


def _foreign_forms(entries: list[Mapping[str, Name]], language: str) -> dict[str, str]:
    """The forms that only other languages use, each with the form of this language to write instead."""
    own_forms = {form for entry in entries for form in entry[language].forms}
    lowercase = "\n".join(own_forms).lower()
    return {
        form: own
        for entry in entries
        for other, name in entry.items()
        if other != language
        for form, own in zip(name.forms, (entry[language].long, entry[language].forms[-1]), strict=False)
        if form not in own_forms and form.lower() not in lowercase and (form.isupper() or " " in form)
    }


def _foreign_patterns(
    foreign: Mapping[str, str], entries: list[Mapping[str, Name]], language: str
) -> list[tuple[str, re.Pattern[str]]]:
    """What finds the foreign forms, and with each pattern a text without which it need not be tried."""
    own = " ".join(form for entry in entries for form in entry[language].forms)
    by_stem: dict[str, list[str]] = {}
    for form in sorted(foreign, key=len, reverse=True):
        by_stem.setdefault(_rare_stem(form, own), []).append(form)
    return [(stem, re.compile("|".join(map(_inflected, forms)))) for stem, forms in by_stem.items()]


def _rare_stem(form: str, own: str) -> str:
    """The longest stem of a form that no name of this language has, or else its longest stem."""
    stems = [re.sub(r"[аеёиоуыэюяйь»):]+$", "", word) for word in form.split(" ")]
    return max(stems, key=lambda stem: (stem not in own, len(stem)))


def _inflected(form: str) -> str:
    """A pattern of a form with any endings: Russian declines each word, Kyrgyz the last one, English none."""
    words = form.split(" ")
    if form.isupper() and len(words) == 1:
        return rf"(?<![\w-]){form}(?=[а-яөүң]{{0,8}}(?!\w))"
    stems = [re.escape(re.sub(r"[аеёиоуыэюяйь]{1,2}(?=[»)]?$)", "", word)) + r"[а-яёөүң]{0,6}" for word in words]
    return r"(?<!\w)" + r"[\s\u00a0]+".join(stems if re.search("[а-я]", form) else map(re.escape, words)) + r"(?!\w)"


def _most_like(written: str, words: Collection[str]) -> Iterator[str]:
    return (word for word, *_ in process.extract(written, words, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None))
