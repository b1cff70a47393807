"""Vowel harmony: а, о, у, ы and ө, ү do not go together in a Kyrgyz word."""

import re
from collections.abc import Iterator
from functools import cache

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.wording.phrases import read_language_file

BACK, ROUND, CONSONANTS = "аоуыАОУЫ", "өүӨҮ", "бвгджзйклмнңпрстфхцчшщьъБВГДЖЗЙКЛМНҢПРСТФХЦЧШЩЬЪ"
CLASH = re.compile(rf"[{ROUND}][{CONSONANTS}]*[{BACK}]|[{BACK}][{CONSONANTS}]*[{ROUND}]")
WORD = re.compile(r"[^\W\d_]+")
WITHIN = re.compile(r"[^.!?…:\s\0«„“(\"][\s«„“(\"]*$")


@cache
def _exceptions() -> re.Pattern[str]:
    """Words in which the clash is right, … for any letters."""
    words = (re.escape(word).replace("…", r"[^\W\d_]*") for word in read_language_file("vowel_harmony.yml"))
    return re.compile("|".join(words), re.IGNORECASE)


def vowel_clashes(passage: Passage) -> Iterator[Finding]:
    """Kyrgyz words whose vowels do not go together: most often a letter was typed for another."""
    for word in WORD.finditer(passage.text) if CLASH.search(passage.text) else ():
        if has_clash(word[0]) and not _is_name(passage.text, word):
            yield Finding(*word.span(), "harmony", {"word": word[0]}, warning=True)


def has_clash(word: str) -> bool:
    """Whether a word has a clash that no exception excuses."""
    return bool(CLASH.search(word)) and not _is_exception(word)


def _is_exception(word: str) -> bool:
    """Whether a word is on the list of exceptions, or an abbreviation: ЕАӨБ is not read as one word."""
    return bool(_exceptions().fullmatch(word)) or bool(re.search(r"[А-ЯЁӨҮҢ]{2}", word) and not word.istitle())


def _is_name(text: str, word: re.Match[str]) -> bool:
    """Whether a word has a capital where no sentence begins: there is no harmony in names."""
    return word[0].istitle() and bool(WITHIN.search(text[max(word.start() - 9, 0) : word.start()]))
