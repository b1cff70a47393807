"""The words of a page as they stand in its file: code, addresses and marks hidden, every place kept."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from portal.content.markdown.blocks import Block
from portal.languages import LANGUAGES

HIDDEN = "\0"
"""Stands for a sign that is no text; the reader of pages lets no such sign through."""

KEYS = ("title", "description", "source")
# What looks like a mark is looked for only where the sign before it stands: a page has few of them.
MARKS = (
    ("`", re.compile(r"(?<![`\\])(`+)(?!`)[^`]+(?<!`)\1(?!`)")),
    ("](", re.compile(r"\]\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)")),
    ("<", re.compile(r"<[^<>\n]*>")),
    ("[^", re.compile(r"\[\^[^\]\n]+\]:?")),
    ("{", re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}")),
    ("/", re.compile(r"https?://[^\s<>()]+")),
    ("www.", re.compile(r"www\.[^\s<>()]+")),
    ("@", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")),
    (
        ".",
        re.compile(
            r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:kg|com|org|net|ru|int|md|html|yml|docx|pdf)\b(?:/[^\s<>()]*)?",
            re.ASCII,
        ),
    ),
    ("&", re.compile(r"&#?\w{1,10};")),
    ("[", re.compile(r"!?\[")),
    ("\\", re.compile(r"\\(?=[^\w\s])")),
)
DOMAIN = re.compile(r"\.[a-z]{2}")
BEGIN = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|:)(?:[ \t]+|$)|\[\^[^\]\n]+\]:[ \t]*)*(?:#{1,6}(?=[ \t]|$))?[ \t]*(?:[-*+][ \t]+)?"
)
QUOTE = re.compile(r"^[ \t>]+", re.MULTILINE)
NOTE = re.compile(r'^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w -]*"?|"[ \t]*$')
OTHER = re.compile(r"(\*{1,2}|_{1,2})([^*_\n]+)\1\{:?[ ]*lang=[\"']?([a-z]{2})[\"']?[ ]*\}")


@dataclass(frozen=True)
class Passage:
    """One block of words in one language, from offset `start` and line `line` of the file; `text` is as long as it is there."""

    language: str
    kind: str
    start: int
    line: int
    text: str
    group: int

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that occur: most rules need not look at a passage that lacks theirs."""
        return frozenset(self.text)

    def line_of(self, offset: int) -> int:
        """The line of the file on which an offset within the passage lies."""
        return self.line + self.text.count("\n", 0, offset)


def of_body(text: str, blocks: Iterable[Block], language: str) -> Iterator[Passage]:
    """The passages of the text of a page; samples of code have none."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for block in blocks:
        if block.kind != "code":
            raw = "\n".join(lines[block.first - 1 : block.last])
            yield from _split(Passage(language, block.kind, starts[block.first - 1], block.first, raw, block.group))


def of_front(text: str, keys: Mapping[str, tuple[int, ...]], body_line: int, language: str) -> Iterator[Passage]:
    """The passages among the facts at the head; `keys` has their lines, with those of list items for what is no text."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    begins = sorted(places[0] for places in keys.values())
    for key in KEYS:
        if key in keys and len(keys[key]) == 1:
            first = keys[key][0]
            after = bisect_right(begins, first)
            last = begins[after] - 1 if after < len(begins) else body_line - 2
            raw = "\n".join(lines[first - 1 : last])
            yield from _split(Passage(language, key, starts[first - 1], first, _without_yaml(raw), -1))


def _without_yaml(raw: str) -> str:
    """A value with its key, its outer quotes and the signs of a folded text hidden."""
    key = raw.index(":") + 1 if ":" in raw else 0
    lead = re.match(r"[ \t]*(?:[>|][+-]?\d?[ \t]*(?=\n|$))?[ \t\n]*", raw[key:])
    begin = key + (lead.end() if lead else 0)
    value, tail = raw[begin:].rstrip(), len(raw) - len(raw.rstrip())
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        inner = re.sub(r"\\.|''", HIDDEN * 2, value[1:-1])
        value = HIDDEN + inner + HIDDEN
    return _hide(raw[:begin]) + value + " " * tail


def _split(passage: Passage) -> Iterator[Passage]:
    """The passage with its marks hidden, then what stands in it in other languages, each apart."""
    text, apart = passage.text, []
    for other in OTHER.finditer(text) if "lang=" in text else ():
        begin, end = other.span(2)
        if other[3] in LANGUAGES:
            line = passage.line_of(begin)
            apart.append(
                Passage(other[3], "name", passage.start + begin, line, _without_marks(other[2]), passage.group)
            )
        text = text[: other.start()] + _hide(other[0]) + text[other.end() :]
    if passage.kind not in KEYS:
        text = _without_begin(text, passage.kind)
    yield Passage(passage.language, passage.kind, passage.start, passage.line, _without_marks(text), passage.group)
    yield from apart


def _without_begin(text: str, kind: str) -> str:
    if kind == "note":
        return NOTE.sub(lambda found: _hide(found[0]), text)
    if kind == "row":
        text = re.sub(r"(?<!\\)[ \t]*\|[ \t]*", lambda found: _hide(found[0]), text)
    begin = BEGIN.match(text)
    end = begin.end() if begin else 0
    return _hide(text[:end]) + QUOTE.sub(lambda found: _hide(found[0]), text[end:])


def _without_marks(text: str) -> str:
    for sign, mark in MARKS:
        if sign in text and (sign != "." or DOMAIN.search(text)):
            text = mark.sub(lambda found: _hide(found[0]), text)
    return text


def _hide(text: str) -> str:
    return "".join("\n" if sign == "\n" else HIDDEN for sign in text)
