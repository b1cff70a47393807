"""Harmony of vowels: а, о, у, ы and ө, ү are no neighbours in a Kyrgyz word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.wording.catalogue import read_words

BACK, ROUND, CONSONANTS = "аоуыАОУЫ", "өүӨҮ", "бвгджзйклмнңпрстфхцчшщьъБВГДЖЗЙКЛМНҢПРСТФХЦЧШЩЬЪ"
CLASH = re.compile(rf"[{ROUND}][{CONSONANTS}]*[{BACK}]|[{BACK}][{CONSONANTS}]*[{ROUND}]")
WORD = re.compile(r"[^\W\d_]+")
WITHIN = re.compile(r"[^.!?…:\s\0«„“(\"][\s«„“(\"]*$")


@cache
def exceptions() -> Mapping[str, str]:
    """Words in which the clash is right, … for any letters, each with its reason."""
    return read_words("vowel_harmony.yml")


@cache
def _excepted() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace("…", r"[^\W\d_]*") for word in exceptions()), re.IGNORECASE)


def clashes(passage: Passage) -> Iterator[Finding]:
    """Words whose vowels cannot stand together: most often a letter typed for another."""
    if passage.language == "ky":
        if passage.signs.isdisjoint(ROUND):
            return
        ends: list[int] = []
        for clash in CLASH.finditer(passage.text):
            found = _around(passage.text, clash.start())
            if found.end() not in ends and not is_exception(found[0]) and not _is_name(passage.text, found):
                ends.append(found.end())
                yield Finding(*found.span(), "harmony", None, {"word": found[0]}, warning=True)


def is_exception(word: str) -> bool:
    """Whether a word is on the list of exceptions, or an abbreviation: ЕАӨБ is not read as one word."""
    return bool(_excepted().fullmatch(word)) or bool(re.search(r"[А-ЯЁӨҮҢ]{2}", word) and not word.istitle())


def clash_in(word: str) -> bool:
    """Whether a word has a clash that no exception excuses."""
    return bool(CLASH.search(word)) and not is_exception(word)


def _is_name(text: str, word: re.Match[str]) -> bool:
    """Whether a word has a capital where no sentence begins: harmony does not hold in names."""
    return word[0].istitle() and bool(WITHIN.search(text[max(word.start() - 9, 0) : word.start()]))


def _around(text: str, at: int) -> re.Match[str]:
    """The word that a sign belongs to."""
    begin = at
    while begin and text[begin - 1].isalpha():
        begin -= 1
    found = WORD.match(text, begin)
    assert found, "a clash is made of letters"
    return found
