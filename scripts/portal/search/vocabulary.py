"""The words of the index, from which a mistyped one is guessed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from portal.search.records import Record
from portal.search.words import normalised, spans, tidy

SHORTEST = 3


def gather(records: Iterable[Record], language: str) -> str:
    """A line for each normalised word of a language, the most frequent first: the form that readers know best, a space, the normalised one."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        if record.language == language:
            text = tidy(f"{record.title} {record.text}")
            for start, end in spans(text):
                word = text[start:end]
                if len(word) >= SHORTEST and word.isalpha():
                    forms[normalised(word, language)][word.lower()] += 1
    ranked = sorted(forms.items(), key=lambda item: (-item[1].total(), item[0]))
    return "".join(f"{_best(alike)} {form}\n" for form, alike in ranked)


def _best(forms: Counter[str]) -> str:
    """The most frequent form, of several the shortest."""
    return min(forms, key=lambda form: (-forms[form], len(form), form))
