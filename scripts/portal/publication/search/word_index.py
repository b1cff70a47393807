"""The words of an index with their postings, in chunks as browsers ask for them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.publication.search import cbor
from portal.publication.search.postings import TEXT_WEIGHT, TITLE_WEIGHT, Postings, Term

CHUNK = 8_000
"""The numbers in a chunk, after which the next begins; Pagefind's have 20,000, more than most questions need."""


@dataclass(frozen=True)
class Chunk:
    """A part of the index, and the beginnings of words between which it is asked for."""

    first: str
    last: str
    content: bytes


class WordIndex:
    """The postings of all terms; `terms` has those of every word."""

    def __init__(self, terms: Mapping[str, Sequence[Term]]) -> None:
        self.postings: dict[tuple[str, str], Postings] = {}
        self.count = 0
        self.terms = terms
        self.plain = {
            word: self._of(found[0]) for word, found in terms.items() if len(found) == 1 and found[0].is_whole
        }
        self.apart = terms.keys() - self.plain.keys()
        """Words such as “o’neil”, which are found by their parts too."""

    def _of(self, term: Term) -> Postings:
        key = (term.stem, term.written)
        if key not in self.postings:
            self.postings[key] = Postings(*key)
        return self.postings[key]

    def add(self, title: Sequence[str], text: Sequence[str]) -> None:
        """Add the next document."""
        words = (*title, *text)
        if self.apart.isdisjoint(words):
            self._add_plain([self.plain[word] for word in words], len(title))
        else:
            self._add_weighted(words, len(title))
        self.count += 1

    def _add_plain(self, words: Sequence[Postings], start: int) -> None:
        """Add a document, of whose words nearly all stand there once; `start` is where its text begins."""
        places = range(len(words))
        last = dict(zip(words, places, strict=True))
        several: dict[Postings, list[int]] = {}
        for postings, first in dict(zip(reversed(words), reversed(places), strict=True)).items():
            if first == last[postings] and first >= start:
                postings.add_once(self.count, first)
            else:
                several[postings] = []
        for place, postings in enumerate(words):
            if postings in several:
                several[postings].append(place)
        for postings, at in several.items():
            if at[0] >= start:
                postings.add_in_text(self.count, at)
            else:
                count = bisect_left(at, start)
                postings.add(self.count, {TEXT_WEIGHT: at[count:], TITLE_WEIGHT: at[:count]}, at[:count])

    def _add_weighted(self, words: Sequence[str], start: int) -> None:
        """The same for a document with words that have parts."""
        found = defaultdict[Postings, list[tuple[int, int]]](list)
        for place, word in enumerate(words):
            for term in self.terms[word]:
                found[self._of(term)].append((term.in_title if place < start else term.in_text, place))
        for postings, weighted in found.items():
            by_weight = defaultdict[int, list[int]](list)
            for weight, place in sorted(weighted):
                by_weight[weight].append(place)
            postings.add(self.count, by_weight, sorted(place for _, place in weighted if place < start))

    def chunks(self) -> Iterator[Chunk]:
        """All terms in the order of their letters, in parts of which a browser asks for those that it needs."""
        parts = list(self._parts())
        for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
            first = _beginning(part[0][0], before[-1][0]) if before else part[0][0]
            last = _beginning(part[-1][0], after[0][0]) if after else part[-1][0]
            yield Chunk(first, last, cbor.array([cbor.array(content for _, content in part)]))

    def _parts(self) -> Iterator[list[tuple[str, bytes]]]:
        part, size = list[tuple[str, bytes]](), 0
        used = sorted(
            (each for each in self.postings.values() if each.count), key=lambda each: (each.stem, each.written)
        )
        for stem, group in groupby(used, key=lambda each: each.stem):
            alike = list(group)
            part.append((stem, _entry(stem, alike)))
            size += sum(each.size for each in alike if not each.written)
            if size >= CHUNK:
                yield part
                part, size = [], 0
        if part:
            yield part


def _entry(stem: str, alike: Sequence[Postings]) -> bytes:
    """A stem with the documents where it stands without diacritics, then each spelling that has some."""
    plain = b"".join(cbor.head(cbor.ARRAY, each.count) + each.content for each in alike if not each.written)
    variants = (
        cbor.array((cbor.encode(each.written), cbor.head(cbor.ARRAY, each.count) + each.content))
        for each in alike
        if each.written
    )
    return cbor.array((cbor.encode(stem), plain or cbor.array(()), cbor.array(variants)))


def _beginning(word: str, other: str) -> str:
    """As many letters of a word as set it apart from another."""
    alike = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(other))
    return word[: alike + 1]
