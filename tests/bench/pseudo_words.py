"""Words that do not exist, in the letters and with the endings of a language: thousands, a few of them most of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from portal.content.proofreading.missing_letters import FOLD

STEMS = 4000
CONSONANTS = {"ky": "бгдзйклмнпрстчш", "ru": "бвгдзклмнпрстхчш", "en": "bdfglmnprstv"}
LAST = {"ky": "клмнрстш", "ru": "вдклмнрст", "en": "dlmnrst"}
VOWELS = {"ky": ("аы", "еи", "оу", "өү"), "ru": ("аеиоуы",), "en": ("aeiou",)}
"""Those that go together in one word."""
ENDINGS = {
    "ky": ("", "", "{0}", "л{0}р", "н{1}н", "д{0}", "д{0}н", "л{0}рд{1}", "л{0}рд{1}н", "л{1}к", "с{1}н{0}"),
    "ru": ("", "а", "у", "ов", "ами", "ный", "ная", "ные", "ного", "ет", "ить", "ение", "ения", "ость", "ости"),
    "en": ("", "", "s", "s", "ed", "ing", "er", "al", "ly", "ment", "ments", "ness"),
}
"""{0} and {1} stand for the first and the last vowel that go with those of the word."""


@dataclass(frozen=True)
class Vocabulary:
    """Words from the most to the least frequent, with the sums of their weights."""

    words: Sequence[str]
    weights: Sequence[float]

    def choose(self, chance: Random, count: int) -> list[str]:
        """As many words, but for those that would stand twice in a row."""
        drawn = chance.choices(self.words, cum_weights=self.weights, k=count)
        return [word for at, word in enumerate(drawn) if not at or word != drawn[at - 1]]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, the same each time; frequent ones are short, and weigh as ranks do in real texts."""
    chance = Random(language)
    forms = (form for number in range(STEMS) for form in _forms(language, number, chance))
    # Words that differ in ө, ү and ң alone would look like slips to the check.
    words = list({form.translate(FOLD): form for form in forms}.values())
    weights = accumulate(1 / (rank + 20) for rank in range(len(words)))
    return Vocabulary(words, list(weights))


def _forms(language: str, number: int, chance: Random) -> Iterator[str]:
    """A few forms of one stem, of two syllables for the first ones."""
    vowels = chance.choice(VOWELS[language])
    size = 2 if number < 200 else chance.choice((2, 3, 3, 4))
    stem = "".join(chance.choice(CONSONANTS[language]) + chance.choice(vowels) for _ in range(size))
    stem += chance.choice(LAST[language])
    for ending in dict.fromkeys(chance.choices(ENDINGS[language], k=4)):
        yield stem + ending.format(vowels[0], vowels[-1])
