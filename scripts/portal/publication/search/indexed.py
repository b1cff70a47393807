"""Documents as the search reads them: their words normalised, and what readers see."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from sys import intern

from portal.publication.search.documents import SearchDocument
from portal.publication.search.tokens import normalised_words, plain_line
from portal.store import UNKEPT, Results
from portal.wording.dates import in_words


@dataclass(frozen=True)
class IndexedDocument:
    """Normalised words to search in, and what readers see, with its address."""

    title: Sequence[str]
    text: Sequence[str]
    meta: Mapping[str, str]


def indexed(documents: Iterable[SearchDocument], language: str, results: Results = UNKEPT) -> Iterator[IndexedDocument]:
    """Documents with their words normalised, which are kept together."""
    found = list(documents)
    shown = [(plain_line(one.title), plain_line(one.text)) for one in found]
    key = "\0".join((language, *chain(*shown)))
    words = results.result("search words", key, partial(_words, shown, language))
    for document, (title, text), known in zip(found, shown, words, strict=True):
        day = in_words(date.fromisoformat(document.day), language) if document.day else ""
        meta = {"address": document.address, "page": document.page, "title": title, "text": text, "day": day}
        # A word that was read once for each place would take much memory.
        title_words, text_words = ([*map(intern, some)] for some in known)
        yield IndexedDocument(title_words, text_words, meta)


def _words(shown: Iterable[tuple[str, str]], language: str) -> list[list[Sequence[str]]]:
    return [[normalised_words(text, language) for text in pair] for pair in shown]
