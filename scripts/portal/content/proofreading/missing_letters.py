"""The words of the site that are written with ө, ү, ң, and the Kyrgyz words that look like them but are others."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.vowel_harmony import clash_in
from portal.wording.catalogue import read_words

WORD = re.compile(r"[а-яёөүңА-ЯЁӨҮҢ]{3,}")
FOLD = str.maketrans("өүңӨҮҢ", "оунОУН")
SPECIAL = re.compile("[өүң]")
SHORTEST_STEM = 6
ERROR, WARNING = 300, 150
BEGINNING = 40
LETTERS = frozenset("өүңӨҮҢ")
LETTER = re.compile(r"[^\W\d_]")


class Read(Protocol):
    """As much of a page as is needed here."""

    @property
    def path(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def passages(self) -> tuple[Passage, ...]: ...


@dataclass(frozen=True)
class Lexicon:
    """Kyrgyz words by small letters: on how many pages each stands, and those of the glossary."""

    pages: Mapping[str, int]
    glossary: frozenset[str]
    twins: frozenset[str] = field(default_factory=lambda: frozenset(read_words("look_alikes.yml")))

    judged: dict[str, str | None] = field(default_factory=dict)
    """What was found out of words met before."""

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """Right words by their form without ө, ү, ң; the one that stands on most pages, the glossary's before others."""
        special = [word for word in {*self.pages, *self.glossary} if SPECIAL.search(word) and not clash_in(word)]
        special.sort(
            key=lambda word: (word in self.glossary, self.pages.get(word, 0), len(SPECIAL.findall(word)), word)
        )
        return {word.translate(FOLD): word for word in special}

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """Words of the glossary to which endings may be added, by their form without ө, ү, ң."""
        long = [
            word for word in self.glossary if len(word) >= SHORTEST_STEM and SPECIAL.search(word) and not clash_in(word)
        ]
        return {word.translate(FOLD): word for word in sorted(long)}

    def right(self, word: str) -> str | None:
        """The word that was meant, in small letters; None where nothing speaks against this one."""
        if word not in self.judged:
            self.judged[word] = self._right(word.lower())
        return self.judged[word]

    def _right(self, small: str) -> str | None:
        folded = small.translate(FOLD)
        known = self.folded.get(folded)
        if known == small or small in self.twins or small in self.glossary:
            return None
        if known and (SPECIAL.search(small) is None or clash_in(small)):
            return known
        return self._by_stem(small, folded)

    def _by_stem(self, small: str, folded: str) -> str | None:
        for length in range(len(folded) - 1, SHORTEST_STEM - 1, -1):
            stem = self.stems.get(folded[:length])
            if stem:
                ending = small[length:]
                return None if small.startswith(stem) else stem + ("…" if clash_in(stem + ending) else ending)
        return None


def of(pages: Iterable[Read], glossary: Iterable[str]) -> Lexicon:
    """The lexicon of the Kyrgyz pages; `glossary` has the words of the names and terms."""
    counts: Counter[str] = Counter()
    for page in pages:
        if page.language == "ky":
            text = " ".join(passage.text for passage in page.passages if passage.language == "ky")
            counts.update({word.lower() for word in WORD.findall(text)})
    return Lexicon(counts, frozenset(word.lower() for word in glossary))


def known_words(passage: Passage, lexicon: Lexicon) -> Iterator[Finding]:
    """Words typed without ө, ү, ң that the glossary or other pages spell with them, one by one."""
    if passage.language == "ky":
        if not any(map(lexicon.right, WORD.findall(passage.text))):
            return
        for found in WORD.finditer(passage.text):
            if right := lexicon.right(found[0]):
                yield Finding(
                    *found.span(), "letters-word", None, {"word": found[0], "expected": _cased(right, found[0])}
                )


def plain(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Finding]]:
    """Paragraphs, lists and tables without any of the three letters: typed on a Russian keyboard."""
    groups: dict[int, list[Passage]] = {}
    for passage in passages:
        if passage.language == "ky":
            groups.setdefault(passage.group, []).append(passage)
    for group in groups.values():
        if any(not passage.signs.isdisjoint(LETTERS) for passage in group):
            continue
        number = sum(len(LETTER.findall(passage.text)) for passage in group)
        if number >= WARNING:
            values = {"number": number}
            yield (
                group[0],
                Finding(0, min(len(group[0].text), BEGINNING), "letters-none", None, values, warning=number < ERROR),
            )


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
