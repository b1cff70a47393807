"""What Pagefind knows of the words of a language, kept by their first letters: an edit adds a few words at most."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter

from portal.publication.search.pagefind import Analysis, read_words
from portal.publication.search.postings import Term
from portal.store import UNKEPT, Results


def analyse(words: Sequence[str], language: str, results: Results = UNKEPT) -> Analysis:
    """What Pagefind knows of these words, which are sorted; it reads those with a first letter that has a new word."""
    terms: dict[str, list[Term]] = {}
    unread: list[tuple[str, ...]] = []
    for portion in (tuple(group) for _, group in groupby(words, key=itemgetter(0))):
        try:
            terms |= _portion(portion, language, results, {})
        except KeyError:
            unread.append(portion)
    fresh = read_words([*chain(*unread)], language) if unread else None
    for portion in unread:
        terms |= _portion(portion, language, results, fresh.terms if fresh else {})

    def program() -> list[str]:
        found = fresh or read_words(words[:1], language)
        return [b64encode(found.program).decode(), found.version]

    packed, version = results.result("search program", language, program)
    return Analysis(terms, b64decode(packed), version)


def _portion(
    words: Sequence[str], language: str, results: Results, read: Mapping[str, Sequence[Term]]
) -> Iterator[tuple[str, list[Term]]]:
    """The terms of these words as they are kept; KeyError if they are neither kept nor read."""
    key = "\0".join((language, *words))
    found = results.result("search terms", key, lambda: [read[word] for word in words])
    return zip(words, ([Term(*each) for each in terms] for terms in found), strict=True)
