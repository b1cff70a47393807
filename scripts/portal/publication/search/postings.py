"""The places where a word stands, byte for byte as Pagefind would write them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from portal.publication.search import cbor

TEXT_WEIGHT, TITLE_WEIGHT = 24, 168
"""Of a word that is one. The places of lighter words follow those in the text."""
THREE, NOWHERE = cbor.head(cbor.ARRAY, 3), cbor.array(())


class _Written(dict[int, bytes]):
    """What is written for a number, worked out once for each."""

    def __init__(self, write: Callable[[int], bytes]) -> None:
        super().__init__()
        self.write = write

    def __missing__(self, number: int) -> bytes:
        self[number] = written = self.write(number)
        return written


NUMBERS = _Written(cbor.number)
STEPS = _Written(lambda step: THREE + NUMBERS[step])
"""The way from the document before."""
IN_TEXT = _Written(lambda count: cbor.head(cbor.ARRAY, count + 1) + NUMBERS[-TEXT_WEIGHT - 1])
"""What stands before so many places of a word in the text."""
ONCE = _Written(lambda place: IN_TEXT[1] + NUMBERS[place] + NOWHERE)
"""The only place of a word, in the text."""


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


class Postings:
    """The documents in which one spelling of a stem stands."""

    __slots__ = ("content", "count", "last", "more", "stem", "written")

    def __init__(self, stem: str, written: str) -> None:
        self.stem, self.written = stem, written
        self.content, self.count, self.last, self.more = bytearray(), 0, 0, 0

    @property
    def size(self) -> int:
        return 3 * self.count + self.more

    def add_once(self, document: int, place: int) -> None:
        """Add a document whose text has the word once, as nearly all do."""
        self.content += STEPS[document - self.last] + ONCE[place]
        self.count += 1
        self.last = document

    def add_in_text(self, document: int, places: Sequence[int]) -> None:
        """Add a document of which only the text has the word."""
        self.content += STEPS[document - self.last] + IN_TEXT[len(places)] + b"".join(_steps(places)) + NOWHERE
        self.more += len(places) - 1
        self.count += 1
        self.last = document

    def add(self, document: int, places: Mapping[int, Sequence[int]], titled: Sequence[int]) -> None:
        """Add a document with the places of the word by weight, and of all those in the title."""
        found: list[bytes] = []
        for weight in sorted(filter(places.get, places), key=lambda weight: (weight != TEXT_WEIGHT, weight)):
            found += [NUMBERS[-weight - 1], *_steps(places[weight])]
        in_title = [NUMBERS[-1], *_steps(titled)] if titled else []
        self.content += STEPS[document - self.last] + cbor.array(found) + cbor.array(in_title)
        self.more += len(found) + len(in_title) - 2
        self.count += 1
        self.last = document


def _steps(places: Sequence[int]) -> list[bytes]:
    return [NUMBERS[place - last] for last, place in zip((0, *places), places, strict=False)]
