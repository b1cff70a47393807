"""The words of an index with the places where they stand, byte for byte as Pagefind would write them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from portal.publication.search import cbor

CHUNK = 8_000
"""The numbers in a chunk, after which the next begins; Pagefind's have 20,000, more than most questions need."""
TEXT_WEIGHT, TITLE_WEIGHT = 24, 168
"""Of a word that is one. The places of lighter words follow those in the text."""


class _Numbers(dict[int, bytes]):
    """Whole numbers as they are written, each worked out once."""

    def __missing__(self, value: int) -> bytes:
        self[value] = written = cbor.number(value)
        return written


class _InText(dict[int, bytes]):
    """What stands before the places of a word that only the text has, by how many they are."""

    def __missing__(self, count: int) -> bytes:
        self[count] = written = cbor.head(cbor.ARRAY, count + 1) + NUMBERS[-TEXT_WEIGHT - 1]
        return written


NUMBERS, IN_TEXT = _Numbers(), _InText()
THREE, NOWHERE = cbor.head(cbor.ARRAY, 3), cbor.array(())


class Term(NamedTuple):
    """What a word is found by: its stem without diacritics, and with them where it has some; its weights."""

    stem: str
    written: str = ""
    in_text: int = TEXT_WEIGHT
    in_title: int = TITLE_WEIGHT

    @property
    def is_whole(self) -> bool:
        """Whether this is the word, and not a part of it."""
        return (self.in_text, self.in_title) == (TEXT_WEIGHT, TITLE_WEIGHT)


@dataclass(frozen=True)
class Chunk:
    """A part of the index, and the beginnings of words between which it is asked for."""

    first: str
    last: str
    content: bytes


class Postings:
    """The documents in which one spelling of a stem stands."""

    __slots__ = ("content", "count", "last", "more", "stem", "written")

    def __init__(self, stem: str, written: str) -> None:
        self.stem, self.written = stem, written
        self.content, self.count, self.last, self.more = bytearray(), 0, 0, 0

    @property
    def size(self) -> int:
        return 3 * self.count + self.more

    def add(self, document: int, places: Mapping[int, Sequence[int]], titled: Sequence[int]) -> None:
        """Add a document with the places of the word by weight, and of all those in the title."""
        found: list[bytes] = []
        for weight in sorted(filter(places.get, places), key=lambda weight: (weight != TEXT_WEIGHT, weight)):
            found += [NUMBERS[-weight - 1], *_steps(places[weight])]
        in_title = [NUMBERS[-1], *_steps(titled)] if titled else []
        self.content += THREE + NUMBERS[document - self.last] + cbor.array(found) + cbor.array(in_title)
        self.more += len(found) + len(in_title) - 2
        self.count += 1
        self.last = document

    def add_text(self, document: int, places: Sequence[int]) -> None:
        """The same for a whole word that only the text has, as nearly all do."""
        content, before = self.content, 0
        content += THREE + NUMBERS[document - self.last] + IN_TEXT[len(places)]
        for place in places:
            content += NUMBERS[place - before]
            before = place
        content += NOWHERE
        self.more += len(places) - 1
        self.count += 1
        self.last = document


class WordIndex:
    """The postings of all terms; `terms` has those of every word."""

    def __init__(self, terms: Mapping[str, Sequence[Term]]) -> None:
        self.postings: dict[tuple[str, str], Postings] = {}
        self.count = 0
        self.whole = {word: [self._of(term) for term in found if term.is_whole] for word, found in terms.items()}
        self.parts = {
            word: parts for word, found in terms.items() if (parts := [term for term in found if not term.is_whole])
        }

    def _of(self, term: Term) -> Postings:
        key = (term.stem, term.written)
        if key not in self.postings:
            self.postings[key] = Postings(*key)
        return self.postings[key]

    def add(self, title: Sequence[str], text: Sequence[str]) -> None:
        """Add the next document."""
        words, start, places = (*title, *text), len(title), defaultdict[Postings, list[int]](list)
        for place, word in enumerate(words):
            for postings in self.whole[word]:
                places[postings].append(place)
        parts = {} if self.parts.keys().isdisjoint(words) else self._parts_of(words, start)
        for postings, at in places.items():
            if postings in parts:
                parts[postings] += [(TITLE_WEIGHT if place < start else TEXT_WEIGHT, place) for place in at]
            elif at[0] >= start:
                postings.add_text(self.count, at)
            else:
                count = bisect_left(at, start)
                postings.add(self.count, {TEXT_WEIGHT: at[count:], TITLE_WEIGHT: at[:count]}, at[:count])
        for postings, weighted in parts.items():
            by_weight = defaultdict[int, list[int]](list)
            for weight, place in sorted(weighted):
                by_weight[weight].append(place)
            postings.add(self.count, by_weight, sorted(place for _, place in weighted if place < start))
        self.count += 1

    def _parts_of(self, words: Iterable[str], start: int) -> dict[Postings, list[tuple[int, int]]]:
        """The weights and places of what is a part of a word; `start` is where the text begins."""
        found = defaultdict[Postings, list[tuple[int, int]]](list)
        for place, word in enumerate(words):
            for term in self.parts.get(word, ()):
                found[self._of(term)].append((term.in_title if place < start else term.in_text, place))
        return found

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


def _steps(places: Sequence[int]) -> list[bytes]:
    return [NUMBERS[place - last] for last, place in zip((0, *places), places, strict=False)]
