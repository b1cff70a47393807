"""Names and abbreviations of another language: «МСУ» in a Kyrgyz text."""

from collections.abc import Iterator
from difflib import get_close_matches

from portal.content.markdown.prose import Passage
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.name_book import LikelyNames


def other_language_names(passage: Passage, names: LikelyNames) -> Iterator[Finding]:
    """Every form that only other languages use."""
    foreign, ends = names.book.foreign, set[int]()
    for stem, pattern in names.foreign_patterns:
        for found in pattern.finditer(passage.text) if stem in passage.text else ():
            if found.end() not in ends:
                ends.add(found.end())
                written = " ".join(found[0].split())
                (form,) = get_close_matches(written, foreign, n=1, cutoff=0)
                values = {"found": written, "expected": foreign[form]}
                yield Finding(*found.span(), "name-language", values)
