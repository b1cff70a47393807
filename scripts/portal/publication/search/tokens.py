"""Split text into the words that the search compares; overrides/assets/search/tokens.js does the same."""

import re
import unicodedata
from functools import cache

from portal.publication.search import stemmer

WORD = re.compile(r"\d+|[^\W\d_][^\W\d_\u0300-\u036f]*[\u0300-\u036f]*(?:[^\W\d_]|[\u0300-\u036f]|['’ʼ](?=[^\W\d_]))*")
POSSESSIVE = re.compile("['’ʼ]s?$|['’ʼ]")


def plain_line(text: str) -> str:
    """The text in composed form, on one line, without soft hyphens and zero-width spaces."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\u00ad", "").split())


def split_words(text: str) -> list[str]:
    """The words of a plain line; parts of hyphenated words and numbers are words."""
    return WORD.findall(text)


def normalised_words(text: str, language: str) -> tuple[str, ...]:
    return tuple(map(_normalised(language).__getitem__, split_words(text)))


class _Normalised(dict[str, str]):
    """The normalised form of each word of a language that was asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        self[word] = form = normalise(word, self.language)
        return form


@cache
def _normalised(language: str) -> _Normalised:
    return _Normalised(language)


def normalise(word: str, language: str) -> str:
    """The form of a word in the index of a language; never empty."""
    if language == "ky":
        return stemmer.stem_kyrgyz(word) or word
    plain = unicodedata.normalize("NFC", word).lower().replace("\u0301", "")
    plain = POSSESSIVE.sub("", plain)
    if language == "ru":
        plain = plain.replace("ё", "е")
        if len(plain) > 3 and plain.endswith("й"):
            # Pagefind turns й into и before its Russian stemmer looks for -ый, -ий, -ой.
            plain = plain[:-1] + "е"
    return plain or word
