"""Letters: those of other alphabets that look like ours, signs that are not seen, letters in two parts."""

import re
import unicodedata
from collections.abc import Iterator

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding

FOREIGN = str.maketrans("ӊӈӉӇɵƟѳѲθΘʏӱӰӧӦҥҤұҰ", "ңңҢҢөӨөӨөӨүүҮөӨңҢүҮ")
TWINS = str.maketrans("aceopxkmhtbyABCEHKMOPTXY", "асеорхкмнтвуАВСЕНКМОРТХУ")
# Latin y is у or ү: only a reader of Kyrgyz can tell.
SAFE = frozenset("aceopxkmhtbABCEHKMOPTX")
LATIN_TWINS = str.maketrans("асеорхАВСЕНКМОРТХ", "aceopxABCEHKMOPTX")
MIXED = re.compile(r"(?=[^\W\d_]*[A-Za-zÀ-ɏ])(?=[^\W\d_]*[а-яёА-ЯЁөүңӨҮҢ])[^\W\d_]+")
MAYBE_MIXED = re.compile(r"[A-Za-zÀ-ɏ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ɏ]")
ACRONYM = re.compile(r"([A-Z]{2,}|[A-Z][a-z]{2,})[а-яёөүң]+")
ODD = re.compile("[ӊӈӉӇɵƟѳѲθΘʏӱӰӧӦҥҤұҰ]")
LONE = re.compile(r"(?<=[а-яёА-ЯЁ,«] )[acokyACOKY](?= [а-яёА-ЯЁ«])|(?<![^\x00])[ACOKYacoky](?= [а-яё])")
UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff\ufff9-\ufffb\x01-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"
    "|(?<=\\w)[\u200c\u200d](?=\\w)|(?<=\\S)\t(?=\\S)"
)
ODD_SPACE = re.compile("[\u1680\u2000-\u200a\u205f\u3000]")
PARTS = re.compile("[A-Za-zА-яЁё][\u0300-\u036f]+")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZÀÄÇÖÜàäçöü")
CYRILLIC_SIGNS = frozenset("аеёиоөуүыэюяАЕЁИОӨУҮЫЭЮЯбвгджзйклмнңпрстфхцчшщБВГДЖЗЙКЛМНҢПРСТФХЦЧШЩ")
PLAIN = frozenset(
    "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n\0\u00a0.,:;!?()[]«»„“”’-–—/%№\"'*_+=&…§"
)
"""Signs of which no rule of this module says anything when they stand alone."""
LONGEST = 60
CYRILLIC = re.compile("[Ѐ-ӿ]")


def foreign(passage: Passage) -> Iterator[Finding]:
    """ӊ, ɵ and the like, which are not letters of Kyrgyz but look like ң, ө, ү."""
    for found in ODD.finditer(passage.text) if passage.signs - PLAIN else ():
        word = _word(passage.text, found.start())
        if CYRILLIC.search(word):
            values = {"word": word, "expected": word.translate(FOREIGN), "code": _code(found[0])}
            yield Finding(*found.span(), "letter-foreign", found[0].translate(FOREIGN), values)


def mixed(passage: Passage) -> Iterator[Finding]:
    """Words of Latin and Cyrillic letters at once."""
    if (
        not passage.signs.isdisjoint(LATIN)
        and not passage.signs.isdisjoint(CYRILLIC_SIGNS)
        and MAYBE_MIXED.search(passage.text)
    ):
        for found in MIXED.finditer(passage.text):
            yield _mixed(found[0], found.start())
    if passage.language == "ru" and not passage.signs.isdisjoint(LATIN):
        for found in LONE.finditer(passage.text):
            mend = found[0].translate(TWINS)
            yield Finding(
                *found.span(), "letter-latin", mend, {"word": found[0], "letters": found[0], "expected": mend}
            )


def unseen(passage: Passage) -> Iterator[Finding]:
    """Signs that nobody sees but that break words, searches and links."""
    if not passage.signs - PLAIN:
        return
    for found in UNSEEN.finditer(passage.text):
        mend = " " if found[0] in "\t\u2028\u2029\x85\x0b\x0c\r" else ""
        yield Finding(*found.span(), "sign-unseen", mend, {"code": _code(found[0])})
    for found in ODD_SPACE.finditer(passage.text):
        yield Finding(*found.span(), "sign-unseen", " ", {"code": _code(found[0])})
    for found in re.finditer("\N{REPLACEMENT CHARACTER}+", passage.text):
        yield Finding(*found.span(), "sign-lost", None, {"word": _word(passage.text, found.start())})


def parts(passage: Passage) -> Iterator[Finding]:
    """й written as и and a sign above it: two signs that look like one letter."""
    for found in PARTS.finditer(passage.text) if passage.signs - PLAIN else ():
        whole = unicodedata.normalize("NFC", found[0])
        if whole != found[0]:
            yield Finding(
                *found.span(), "letter-parts", whole, {"word": _word(passage.text, found.start()), "expected": whole}
            )


def _mixed(word: str, begin: int) -> Finding:
    latin = {sign for sign in word if sign < "ɏ"}
    values = {"word": word, "letters": ", ".join(sorted(latin))}
    end = begin + len(word)
    foreign_word = ACRONYM.fullmatch(word)
    if foreign_word and (foreign_word[1].isupper() or not latin <= SAFE):
        return Finding(begin, end, "acronym-ending", None, values, warning=True)
    if latin <= SAFE:
        return Finding(begin, end, "letter-latin", word.translate(TWINS), values | {"expected": word.translate(TWINS)})
    back = word.translate(LATIN_TWINS)
    if back.isascii():
        return Finding(begin, end, "letter-cyrillic", back, values | {"expected": back})
    return Finding(begin, end, "letter-mixed", None, values)


def _word(text: str, at: int) -> str:
    begin = end = at
    while begin > at - LONGEST and begin and not text[begin - 1].isspace() and text[begin - 1] != "\0":
        begin -= 1
    while end < min(at + LONGEST, len(text)) and not text[end].isspace() and text[end] != "\0":
        end += 1
    return text[begin:end].strip(".,;:!?()«»“”„")


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
