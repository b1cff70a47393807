"""Kyrgyz words and texts typed without ө, ү, ң."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.vowel_harmony import has_clash
from portal.wording.phrases import read_language_file

WORD = re.compile(r"[а-яёөүңА-ЯЁӨҮҢ]{3,}")
FOLD = str.maketrans("өүңӨҮҢ", "оунОУН")
SPECIAL = re.compile("[өүң]")
SHORTEST_STEM = 6
PROSE = re.compile(r"\b[а-яё]+")
"""Words that are no names, abbreviations or figures."""
ERROR, WARNING = 250, 120
BEGINNING = 40
LETTERS = re.compile("[өүңӨҮҢ]")
LETTER = re.compile(r"[^\W\d_]")


class Lexicon:
    """The words of Kyrgyz pages, and those of the glossary, by what is left of them without ө, ү, ң."""

    def __init__(self, pages: Iterable[Iterable[str]], glossary: Iterable[str]) -> None:
        """Made of the different words of each page, in lower case."""
        self.look_alikes = frozenset(read_language_file("look_alikes.yml"))
        self.glossary = frozenset(word.lower() for word in glossary)
        pages_with: Counter[str] = Counter()
        for words in pages:
            pages_with.update(words)
        special = [word for word in {*pages_with, *self.glossary} if SPECIAL.search(word) and not has_clash(word)]
        special.sort(key=lambda word: (word in self.glossary, pages_with[word], len(SPECIAL.findall(word)), word))
        self.by_folded = {word.translate(FOLD): word for word in special}
        stems = sorted(word for word in special if word in self.glossary and len(word) >= SHORTEST_STEM)
        self.stems = {word.translate(FOLD): word for word in stems}
        self.correct = cache(self._correct)

    def _correct(self, word: str) -> str | None:
        """The word that was meant, in lower case; None where nothing speaks against this one."""
        lowercase = word.lower()
        folded = lowercase.translate(FOLD)
        known = self.by_folded.get(folded)
        if known == lowercase or lowercase in self.look_alikes or lowercase in self.glossary:
            return None
        if known and (not SPECIAL.search(lowercase) or has_clash(lowercase)):
            return known
        return self._correct_stem(lowercase, folded)

    def _correct_stem(self, word: str, folded: str) -> str | None:
        """The word with its beginning as the glossary has it."""
        for length in range(len(folded) - 1, SHORTEST_STEM - 1, -1):
            if stem := self.stems.get(folded[:length]):
                ending = word[length:]
                return None if word.startswith(stem) else stem + ("…" if has_clash(stem + ending) else ending)
        return None


def kyrgyz_words(passages: Iterable[Passage]) -> set[str]:
    """The different words, in lower case."""
    text = " ".join(passage.text for passage in passages if passage.language == "ky")
    return {word.lower() for word in WORD.findall(text)}


def words_without_letters(passage: Passage, lexicon: Lexicon) -> Iterator[Finding]:
    """Words typed without ө, ү, ң that the glossary or other pages spell with them, one by one."""
    if passage.language == "ky" and any(map(lexicon.correct, WORD.findall(passage.text))):
        for found in WORD.finditer(passage.text):
            if right := lexicon.correct(found[0]):
                values = {"word": found[0], "expected": _with_case_of(found[0], right)}
                yield Finding(*found.span(), "letters-word", values)


def texts_without_letters(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Finding]]:
    """Paragraphs, lists and tables without any of the three letters: typed on a Russian keyboard.

    A table or list of names may well have none of them, so only different words in lower case count.
    """
    groups: dict[int, list[Passage]] = {}
    for passage in passages:
        if passage.language == "ky":
            groups.setdefault(passage.group, []).append(passage)
    for group in groups.values():
        if any(LETTERS.search(passage.text) for passage in group):
            continue
        prose = sum(map(len, {word for passage in group for word in PROSE.findall(passage.text)}))
        if prose >= WARNING:
            number = sum(len(LETTER.findall(passage.text)) for passage in group)
            end = min(len(group[0].text), BEGINNING)
            yield group[0], Finding(0, end, "letters-none", {"number": number}, warning=prose < ERROR)


def _with_case_of(like: str, word: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
