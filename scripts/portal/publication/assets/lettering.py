"""Words as pixels, and the largest size at which a title fits its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image

from portal.publication.assets.glyphs import BOLD, glyph
from portal.wording.line_breaks import break_apart

TITLE_SIZES = (72, 64, 56, 50, 44, 40, 36)
LEADING = 1.25
ELLIPSIS = "…"
CUT_OFF = " ,;:–—"
"""What does not stand before an ellipsis."""


@dataclass(frozen=True)
class Lines:
    """A text set in lines."""

    texts: tuple[str, ...]
    size: int
    weight: int

    @property
    def height(self) -> int:
        return round(len(self.texts) * self.size * LEADING)

    def mask(self, width: int) -> Image.Image:
        """The lines as white on black, cut at `width`."""
        mask = Image.new("L", (width, self.height + self.size))
        for number, text in enumerate(self.texts):
            left, top = 0.0, round(number * self.size * LEADING)
            for each in (glyph(letter, self.size, self.weight) for letter in text):
                mask.paste(255, (round(left) + each.left, top + each.top), each.mask)
                left += each.advance
        return mask


@lru_cache(maxsize=10_000)
def _length(text: str, size: int, weight: int) -> float:
    return sum(glyph(letter, size, weight).advance for letter in text)


def set_lines(text: str, width: int, size: int, weight: int) -> Lines:
    """A text in lines of one size, none much shorter than the others."""
    column = Column(width, size, weight)
    return column.balanced(_words(text))


def fit(text: str, width: int, height: int) -> Lines:
    """A title in the largest size at which it fits; what is too long even for the smallest is cut."""
    words = _words(text)
    for size in TITLE_SIZES:
        column, count = Column(width, size, BOLD), int(height / (size * LEADING))
        lines = column.fill(words)
        if len(lines) <= count and column.holds(lines):
            return column.balanced(words)
    return column.cut(words, count)


def _words(text: str) -> list[str]:
    """What stands on one line each: years and dates do, with spaces that do not break."""
    return "".join(break_apart(text)).split(" ")


@dataclass(frozen=True)
class Column:
    """A place for lines, so wide, with letters of one size and weight."""

    width: int
    size: int
    weight: int

    def length(self, text: str) -> float:
        return _length(text, self.size, self.weight)

    def holds(self, lines: Sequence[str]) -> bool:
        return max(map(self.length, lines)) <= self.width

    def fill(self, words: Sequence[str]) -> list[str]:
        """The words in lines as full as can be; a word wider than a line has one alone."""
        lines: list[list[str]] = [[]]
        used, space = 0.0, self.length(" ")
        for word in words:
            length = self.length(word)
            if lines[-1] and used + space + length > self.width:
                lines.append([])
                used = 0.0
            used += length + (space if lines[-1] else 0)
            lines[-1].append(word)
        return [" ".join(line) for line in lines]

    def balanced(self, words: Sequence[str]) -> Lines:
        """As many lines, as narrow as can be: the last is no word alone."""
        best = self.fill(words)
        for width in range(self.width - 20, self.width // 2, -20):
            narrower = replace(self, width=width)
            lines = narrower.fill(words)
            if len(lines) > len(best) or not narrower.holds(lines):
                break
            best = lines
        return Lines(tuple(best), self.size, self.weight)

    def cut(self, words: Sequence[str], count: int) -> Lines:
        """So many lines at most, the last ending in an ellipsis where more would follow."""
        lines = self.fill([piece for word in words for piece in self._pieces(word)])
        if len(lines) > count:
            last = lines[count - 1]
            while self.length(whole := last.rstrip(CUT_OFF) + ELLIPSIS) > self.width:
                last = last.rpartition(" ")[0] or last[:-1]
            lines = [*lines[: count - 1], whole]
        return Lines(tuple(lines), self.size, self.weight)

    def _pieces(self, word: str) -> Iterator[str]:
        """A word, or the parts of one that is wider than a line."""
        start = 0
        for end in range(1, len(word) + 1):
            if self.length(word[start:end]) > self.width:
                yield word[start : end - 1]
                start = end - 1
        yield word[start:]
