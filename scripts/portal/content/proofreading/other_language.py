"""Names and abbreviations of another language: «МСУ» in a Kyrgyz text."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.name_book import Book

LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшыэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЫЭЮЯ")


def other_language_names(passage: Passage, book: Book) -> Iterator[Finding]:
    """Every form that only other languages use."""
    ends: list[int] = []
    scripts = [latin for latin, letters in ((True, LATIN), (False, CYRILLIC)) if not passage.signs.isdisjoint(letters)]
    patterns = book.stranger_patterns[passage.language]
    for mark, pattern in (pair for latin in scripts for pair in patterns[latin]):
        for found in pattern.finditer(passage.text) if mark in passage.text else ():
            if found.end() not in ends:
                ends.append(found.end())
                yield _strange(found, book.strangers[passage.language])


def _strange(found: re.Match[str], forms: Mapping[str, str]) -> Finding:
    written = " ".join(found[0].split())
    expected = forms.get(written) or forms[get_close_matches(written, forms, n=1, cutoff=0)[0]]
    return Finding(*found.span(), "name-language", None, {"found": written, "expected": expected})
