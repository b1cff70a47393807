"""The words of a page as readers see them, without markup, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from portal.content.markdown.prose import FACTS, HIDDEN, Passage
from portal.content.reading.pages import Page
from portal.content.translations.fingerprints import split_words

HIDDEN_RUN = re.compile(f"{HIDDEN}+")
SEEN = re.compile(
    r"`+(?P<code>[^`]+)`+"
    r"|(?<![\w(/:.#@-])(?P<address>(?:https?://|www\.)[^\s<>()]+|[\w.+-]+@[\w-]+\.[\w.-]+|[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<border>\|)"
)
"""Code, addresses and the borders of cells: no prose, but readers see them."""
EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


@dataclass(frozen=True)
class Word:
    """A word with its punctuation, and as it is compared: without any."""

    shown: str
    compared: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a heading with its id, a row of a table or a fact of the front matter."""

    kind: str
    id: str
    words: tuple[Word, ...]

    @cached_property
    def compared(self) -> tuple[str, ...]:
        return tuple(part for word in self.words for part in word.compared)


def read_paragraphs(page: Page) -> tuple[Paragraph, ...]:
    ids = {anchor.line: anchor.id for anchor in page.anchors if anchor.level}
    return tuple(
        Paragraph(passage.kind, ids.get(passage.line, "") if passage.kind == "heading" else "", words)
        for passage in page.passages
        if passage.kind != "name" and (passage.group >= 0 or passage.kind in FACTS)
        if (words := tuple(_words(_seen_text(passage, page))))
    )


def _seen_text(passage: Passage, page: Page) -> str:
    """The text of a passage with its words in other languages, which are passages of their own."""
    if passage.group < 0:
        return str(page.meta.get(passage.kind, ""))
    text, end = passage.text, passage.start + len(passage.text)
    for name in page.passages:
        if name.kind == "name" and passage.start <= name.start < end:
            begin = name.start - passage.start
            text = text[:begin] + name.text + text[begin + len(name.text) :]

    def seen(run: re.Match[str]) -> str:
        raw = page.text[passage.start + run.start() : passage.start + run.end()]
        found = (each["code"] or each["address"] or " | " for each in SEEN.finditer(raw) if _is_seen(each, passage))
        return "".join(found)

    return EMPHASIS.sub("", HIDDEN_RUN.sub(seen, text))


def _is_seen(found: re.Match[str], passage: Passage) -> bool:
    return found["border"] is None or passage.kind == "row"


def _words(text: str) -> Iterator[Word]:
    """The words of a text; what is punctuation alone belongs to the word before it."""
    last: Word | None = None
    for part in text.strip(" |\n").split():
        compared = _compared(part)
        if last and compared:
            yield last
        if compared:
            last = Word(part, compared)
        elif last:
            last = Word(f"{last.shown} {part}", last.compared)
    if last:
        yield last


@lru_cache(maxsize=50_000)
def _compared(part: str) -> tuple[str, ...]:
    """Kept, because most words of a page are in all of its versions."""
    return tuple(split_words(part))
