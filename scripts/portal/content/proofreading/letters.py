"""Letters: those of other alphabets that look like ours, characters that are not seen, letters in two parts."""

import re
import unicodedata

from portal.content.markdown.prose import Passage
from portal.content.markdown.unseen import FILLERS
from portal.content.proofreading.finding import Finding, match_rule

TO_KYRGYZ = str.maketrans("ӊӈӉӇɵƟѳѲθΘʏӱӰӧӦҥҤұҰ", "ңңҢҢөӨөӨөӨүүҮөӨңҢүҮ")
TO_CYRILLIC = str.maketrans("aceopxkmhtbyABCEHKMOPTXY", "асеорхкмнтвуАВСЕНКМОРТХУ")
# Latin y is у or ү: only a reader of Kyrgyz can tell.
SAFE = frozenset("aceopxkmhtbABCEHKMOPTX")
TO_LATIN = str.maketrans("асеорхАВСЕНКМОРТХ", "aceopxABCEHKMOPTX")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZÀÄÇÖÜàäçöü")
CYRILLIC = frozenset("аеёиоөуүыэюяАЕЁИОӨУҮЫЭЮЯбвгджзйклмнңпрстфхцчшщБВГДЖЗЙКЛМНҢПРСТФХЦЧШЩ")
ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
MIXED = re.compile(r"(?<![^\W\d_])(?=[^\W\d_]*[A-Za-zÀ-ɏ])(?=[^\W\d_]*[а-яёА-ЯЁөүңӨҮҢ])[^\W\d_]+")
ACRONYM = re.compile(r"([A-Z]{2,}|[A-Z][a-z]{2,})[а-яёөүң]+")
FOREIGN = re.compile("[ӊӈӉӇɵƟѳѲθΘʏӱӰӧӦҥҤұҰ]")
LONE = re.compile(r"[acokyACOKY](?:(?<=[а-яёА-ЯЁ,«] [acokyACOKY])(?= [а-яёА-ЯЁ«])|(?<![^\x00][acokyACOKY])(?= [а-яё]))")
ODD_SPACES = "\u1680\u2000-\u200a\u205f\u3000\u2028\u2029\x85\x0b\x0c\r\t"
TO_SPACE = re.compile(f"[{ODD_SPACES}]")
UNSEEN = re.compile(
    f"[{ODD_SPACES}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff"
    f"{FILLERS}\x01-\x08\x0e-\x1f\x7f-\x9f](?:(?<![\t\u200c\u200d])|(?<=\\w[\u200c\u200d])(?=\\w)|(?<=\\S\t)(?=\\S))"
)
TABS_ON_LINES = re.compile(r"\t.*\n.*\t")
LOST = re.compile("\N{REPLACEMENT CHARACTER}+")
TWO_PARTS = re.compile("[A-Za-zА-яЁё][\u0300-\u036f]+")
GAP = re.compile(r"[\s\0]")
LONGEST = 60


@match_rule(UNSEEN)
def unseen_characters(passage: Passage, found: re.Match[str]) -> Finding | None:
    """Characters that nobody sees but that break words, searches and links; tabs on several lines are a table."""
    if found[0] == "\t" and TABS_ON_LINES.search(passage.text):
        return None
    return Finding(*found.span(), fix=" " if TO_SPACE.match(found[0]) else "")


@match_rule(LOST, text="\N{REPLACEMENT CHARACTER}")
def lost_characters(passage: Passage, found: re.Match[str]) -> Finding:
    return Finding(*found.span(), "sign-lost", {"word": _word_at(passage.text, found.start())})


@match_rule(TWO_PARTS, ACCENTS)
def letters_in_two_parts(passage: Passage, found: re.Match[str]) -> Finding | None:
    """й written as и and an accent above it: two characters that look like one letter."""
    letter = unicodedata.normalize("NFC", found[0])
    return Finding(*found.span(), fix=letter) if letter != found[0] else None


@match_rule(FOREIGN)
def foreign_letters(passage: Passage, found: re.Match[str]) -> Finding | None:
    """ӊ, ɵ and the like, which are not letters of Kyrgyz but look like ң, ө, ү."""
    word = _word_at(passage.text, found.start())
    if not re.search("[Ѐ-ӿ]", word):
        return None
    return Finding(*found.span(), fix=found[0].translate(TO_KYRGYZ))


@match_rule(MIXED, LATIN, CYRILLIC)
def mixed_words(passage: Passage, found: re.Match[str]) -> Finding:
    """Words of Latin and Cyrillic letters at once."""
    word = found[0]
    latin = {letter for letter in word if letter <= "ɏ"}
    values = {"word": word, "letters": ", ".join(sorted(latin))}
    acronym = ACRONYM.fullmatch(word)
    if acronym and (acronym[1].isupper() or not latin <= SAFE):
        return Finding(*found.span(), "acronym-ending", values, warning=True)
    if latin <= SAFE:
        return Finding(*found.span(), fix=word.translate(TO_CYRILLIC))
    in_latin = word.translate(TO_LATIN)
    return (
        Finding(*found.span(), fix=in_latin) if in_latin.isascii() else Finding(*found.span(), "letter-mixed", values)
    )


@match_rule(LONE, LATIN, languages=("ru",))
def lone_latin_letters(passage: Passage, found: re.Match[str]) -> Finding:
    """A Latin letter that is a Russian word: a, c, o, k, y."""
    return Finding(*found.span(), fix=found[0].translate(TO_CYRILLIC))


def _word_at(text: str, at: int) -> str:
    before, after = text[max(at - LONGEST, 0) : at], text[at : at + LONGEST]
    return (GAP.split(before)[-1] + GAP.split(after)[0]).strip(".,;:!?()«»“”„")
