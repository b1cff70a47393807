"""Words as the search compares them: folded, in Cyrillic, without endings."""

import re
import unicodedata
from functools import cache

from portal.publication.search.kyrgyz.morphology import Ending, endings, table

CYRILLIC = re.compile("[\u0400-\u052f]")
LATIN = re.compile("[a-z\u00df-\u024f]")
ABBREVIATION = re.compile(r"([A-ZА-ЯЁӨҮҢ]{2,})[a-zа-яёөүң]+")
LATIN_WITH_ENDING = re.compile("([a-z\u00df-\u024f]{2,})[\u0430-\u052f]+")
GLIDE = re.compile(r"(^|[аеоуиыьъ])([юя])")
SHORTEST = 2


def stem_kyrgyz(word: str) -> str:
    """The form of a Kyrgyz word that its other forms and spellings share; of a name or number, itself in small letters.

    «стратегиясынын», «стратегиялар» and "strategiya" give one form; so do «өнүгүү» and «онугуу»,
    and «ЖӨБ», «ЖӨБдүн» and «жөб».
    """
    abbreviation = ABBREVIATION.fullmatch(unicodedata.normalize("NFC", word))
    folded = fold(abbreviation[1] if abbreviation else word)
    return _outline(strip(folded)) if CYRILLIC.search(folded) else folded


def fold(word: str) -> str:
    """The word in small Cyrillic letters that every keyboard of readers has."""
    rules = table()
    word = unicodedata.normalize("NFC", word).lower().replace("\u0301", "")
    if CYRILLIC.search(word) and LATIN.search(word):
        foreign = LATIN_WITH_ENDING.fullmatch(word)
        if foreign and not all(letter in rules["alike"] for letter in foreign[1]):
            word = foreign[1]
        else:
            word = _spelled(word, rules["alike"])
    if LATIN.search(word):
        word = transliterate(word)
    word = _spelled(word, rules["letters"]).replace("дж", "ж")
    for _ in "again, since glides may follow each other":
        word = GLIDE.sub(lambda found: found[1] + "й" + rules["glides"][found[2]], word)
    return _spelled(word, rules["glides"]).replace("ь", "").replace("ъ", "")


def transliterate(word: str) -> str:
    """A word in small Latin letters, written in Cyrillic."""
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
    stem, verb = _mended(word), False
    while stem not in _whole():
        ending = _last(stem, verb)
        if not ending:
            break
        stem, verb = ending
    return stem


def _last(word: str, verb: bool) -> tuple[str, bool] | None:
    """The word without its last ending, and whether it is known to be a verb; the longest one, but before it one that leaves a known word."""
    found = None
    for length in range(min(_longest(), len(word) - SHORTEST), 0, -1):
        for ending in endings().get(word[-length:], ()):
            stem = word[:-length]
            if _fits(stem, ending, verb):
                stem = _mended(stem + ending.gives)
                if stem in _whole():
                    return stem, verb or ending.verb
                found = found or (stem, verb or ending.verb)
    return found


def _fits(stem: str, ending: Ending, verb: bool) -> bool:
    vowels = [letter for letter in stem if letter in table()["vowels"]]
    short = len(vowels) + len(ending.gives) == 1
    return (
        stem[-1] in ending.after
        and ending.least <= len(vowels) <= ending.most
        and (len(stem) > SHORTEST or stem[0] in table()["vowels"])
        and (ending.verb if verb else not ending.inside)
        and (ending.harmony is None or ending.harmony in table()["harmony"][vowels[-1]])
        and not stem.endswith(ending.unless or ("-",))
        and (not ending.verb or not short or _mended(stem) in _verbs())
    )


def _outline(stem: str) -> str:
    """What is left of a stem when the sounds are taken from it that its neighbours decide, or that people write in several ways."""
    stem = fold(table()["variants"].get(stem, stem))
    many = sum(letter in table()["vowels"] for letter in stem) > 1
    if many and stem not in _whole() and re.search("[еоуиы]с$|л[ае]н$", stem):
        stem = stem[:-1]
    if many and re.search("[^аеоуиы][ео]$", stem):
        stem = stem[:-1] + "а"
    return re.sub("[ыий]+", "и", stem).replace("нг", "н")


def _spelled(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in word)


def _mended(stem: str) -> str:
    """The stem with the last consonant that it has when it stands alone: «агенттиг-» is «агенттик»."""
    return stem[:-1] + table()["final"].get(stem[-1:], stem[-1:])


@cache
def _longest() -> int:
    return max(map(len, endings()))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_mended(fold(word)) for word in table()["verbs"]["words"].split())


@cache
def _whole() -> frozenset[str]:
    """Words in which an ending is only seeming, and the irregular stems."""
    words = [word for group in table()["whole"] for word in group["words"].split()]
    return frozenset(_mended(fold(word)) for word in [*words, *table()["variants"]])
