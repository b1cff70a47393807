"""The stemmer of Kyrgyz; overrides/assets/search/stemmer.js does the same in the browser."""

import re
import unicodedata
from functools import cache

from portal.publication.search.morphology import Ending, endings, table

CYRILLIC = re.compile("[\u0400-\u052f]")
LATIN = re.compile("[a-z\u00df-\u024f]")
ABBREVIATION = re.compile(r"([A-ZА-ЯЁӨҮҢ]{2,})[a-zа-яёөүң]+")
LATIN_WITH_ENDING = re.compile("([a-z\u00df-\u024f]{2,})[\u0430-\u052f]+")
GLIDE = re.compile(r"(^|[аеоуиыьъ])([юя])")
SHORTEST = 2


def stem_kyrgyz(word: str) -> str:
    """The stem that all forms and spellings of a Kyrgyz word share; a number or foreign name in lower case.

    «стратегиясынын», «стратегиялар» and "strategiya" have one stem; so do «өнүгүү» and «онугуу»,
    and «ЖӨБ», «ЖӨБдүн» and «жөб».
    """
    abbreviation = ABBREVIATION.fullmatch(unicodedata.normalize("NFC", word))
    folded = fold(abbreviation[1] if abbreviation else word)
    return _skeleton(strip(folded)) if CYRILLIC.search(folded) else folded


def fold(word: str) -> str:
    """The word in lower case, in the Cyrillic letters that every keyboard has."""
    rules = table()
    word = unicodedata.normalize("NFC", word).lower().replace("\u0301", "")
    if CYRILLIC.search(word) and LATIN.search(word):
        foreign = LATIN_WITH_ENDING.fullmatch(word)
        if foreign and not all(letter in rules["alike"] for letter in foreign[1]):
            word = foreign[1]
        else:
            word = word.translate(str.maketrans(rules["alike"]))
    if LATIN.search(word):
        word = transliterate(word)
    word = word.translate(_letters()).replace("дж", "ж")
    if "ю" in word or "я" in word:
        for _ in range(2):  # one glide may follow another
            word = GLIDE.sub(lambda found: found[1] + "й" + rules["glides"][found[2]], word)
    return word.translate(_glides())


def transliterate(word: str) -> str:
    """A word in lower-case Latin letters, written in Cyrillic."""
    rules = table()
    for latin, cyrillic in rules["latin"]:
        word = word.replace(latin, cyrillic)
    written = ""
    for letter in word:
        after_vowel = bool(written) and written[-1] in "аеёиоуыюя"
        written += "й" if letter in "yi" and after_vowel else rules["latin_letters"].get(letter, letter)
    return written


def strip(word: str) -> str:
    """A folded word without its endings."""
    stem, verb = _devoice(word), False
    while stem not in _whole_words():
        ending = _without_last_ending(stem, verb)
        if not ending:
            break
        stem, verb = ending
    return stem


def _without_last_ending(word: str, verb: bool) -> tuple[str, bool] | None:
    """The word without its last ending, and whether it is a verb.

    The longest ending is taken off, unless a shorter one leaves a whole word.
    """
    found, known = None, endings()
    for length in range(min(_longest_ending(), len(word) - SHORTEST), 0, -1):
        for ending in known.get(word[-length:], ()):
            stem = word[:-length]
            if _fits(stem, ending, verb):
                stem = _devoice(stem + ending.gives)
                if stem in _whole_words():
                    return stem, verb or ending.verb
                found = found or (stem, verb or ending.verb)
    return found


def _fits(stem: str, ending: Ending, verb: bool) -> bool:
    if stem[-1] not in ending.after:
        return False
    vowels = _vowels_of(stem)
    short = len(vowels) + len(ending.gives) == 1
    return (
        ending.syllables <= len(vowels) <= ending.most
        and (len(stem) > SHORTEST or stem[0] in table()["vowels"])
        and (ending.verb if verb else not ending.inside)
        and (ending.harmony is None or ending.harmony in table()["harmony"][vowels[-1]])
        and not stem.endswith(tuple(ending.unless.split()))
        and (not ending.verb or not short or _devoice(stem) in _short_verbs())
    )


def _skeleton(stem: str) -> str:
    """The stem without sounds that depend on their neighbours, or that people spell in several ways."""
    stem = fold(table()["variants"].get(stem, stem))
    many = len(_vowels_of(stem)) > 1
    if many and stem not in _whole_words() and re.search("[еоуиы]с$|л[ае]н$", stem):
        stem = stem[:-1]
    if many and re.search("[^аеоуиы][ео]$", stem):
        stem = stem[:-1] + "а"
    return re.sub("[ыий]+", "и", stem).replace("нг", "н")


def _devoice(stem: str) -> str:
    """The stem with its last consonant as at the end of a word: «агенттиг-» is «агенттик»."""
    final: dict[str, str] = table()["final"]
    return stem[:-1] + final.get(stem[-1:], stem[-1:])


def _vowels_of(word: str) -> list[str]:
    vowels: str = table()["vowels"]
    return [letter for letter in word if letter in vowels]


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(table()["letters"])


@cache
def _glides() -> dict[int, str]:
    return str.maketrans(table()["glides"] | {"ь": "", "ъ": ""})


@cache
def _longest_ending() -> int:
    return max(map(len, endings()))


@cache
def _short_verbs() -> frozenset[str]:
    return frozenset(_devoice(fold(word)) for word in table()["verbs"]["words"].split())


@cache
def _whole_words() -> frozenset[str]:
    """Words that only seem to have an ending, and irregular stems."""
    words = [word for group in table()["whole"] for word in group["words"].split()]
    return frozenset(_devoice(fold(word)) for word in [*words, *table()["variants"]])
