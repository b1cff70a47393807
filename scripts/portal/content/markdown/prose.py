"""The words of a page as its file has them: code, addresses and markup are hidden, offsets are kept."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from portal.content.markdown.blocks import Block
from portal.languages import LANGUAGES

HIDDEN = "\0"
"""Replaces every character that is not prose; no page contains it, because reading removes it."""

FACTS = ("title", "description", "source", "adopted_by")
"""The texts of the front matter that belong to what a page says."""
TEXT_KEYS = (*FACTS, "changes")
"""Those and the note on what changed, which is proofread too, but needs no translation and is no part of the page."""
# For speed, each pattern is tried only on texts that contain the characters before it.
MARKUP = (
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
BLOCK_START = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|:)(?:[ \t]+|$)|\[\^[^\]\n]+\]:[ \t]*)*(?:#{1,6}(?=[ \t]|$))?[ \t]*(?:[-*+][ \t]+)?"
)
YAML_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|''")
QUOTE_START = re.compile(r"^[ \t>]+", re.MULTILINE)
NOTE_MARKUP = re.compile(r'^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w -]*"?|"[ \t]*$')
OTHER_LANGUAGE = re.compile(r"(\*{1,2}|_{1,2})([^*_\n]+)\1\{:?[ ]*lang=[\"']?([a-z]{2})[\"']?[ ]*\}")


@dataclass(frozen=True)
class Passage:
    """One block of words in one language, from offset `start` and line `line` of its file; `text` keeps its length."""

    language: str
    kind: str
    start: int
    line: int
    text: str
    group: int

    def line_of(self, offset: int) -> int:
        """The line of the file on which an offset within the passage lies."""
        return self.line + self.text.count("\n", 0, offset)


def find_passages(
    text: str, keys: Mapping[str, tuple[int, ...]], body_line: int, blocks: Iterable[Block], language: str
) -> Iterator[Passage]:
    """The passages of a page: those of its front matter, then those of its blocks; code has none.

    `keys` has the lines of each key of the front matter: its own, then those of its list items, which are not prose.
    """
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    key_lines = sorted(numbers[0] for numbers in keys.values())
    for key in TEXT_KEYS:
        if len(keys.get(key, ())) == 1:
            (first,) = keys[key]
            end = next((line for line in key_lines if line > first), body_line - 1)
            value = _without_yaml("\n".join(lines[first - 1 : end - 1]))
            yield from _split_languages(Passage(language, key, starts[first - 1], first, value, -1))
    for block in blocks:
        if block.kind != "code":
            raw = "\n".join(lines[block.first - 1 : block.last])
            passage = Passage(language, block.kind, starts[block.first - 1], block.first, raw, block.group)
            yield from _split_languages(passage)


def _without_yaml(raw: str) -> str:
    """A value with its key, its outer quotes and the marks of a folded text hidden."""
    key = raw.index(":") + 1 if ":" in raw else 0
    lead = re.match(r"[ \t]*(?:[>|][+-]?\d?[ \t]*(?=\n|$))?[ \t\n]*", raw[key:])
    begin = key + (lead.end() if lead else 0)
    value, tail = raw[begin:].rstrip(), len(raw) - len(raw.rstrip())
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        inner = YAML_ESCAPE.sub(_hide_match, value[1:-1])
        value = HIDDEN + inner + HIDDEN
    return _hide(raw[:begin]) + value + " " * tail


def _split_languages(passage: Passage) -> Iterator[Passage]:
    """The passage with its markup hidden, then its words in other languages as passages of their own."""
    text, others = passage.text, []
    for other in OTHER_LANGUAGE.finditer(text) if "lang=" in text else ():
        begin = other.start(2)
        if other[3] in LANGUAGES:
            words, line = _without_markup(other[2]), passage.line_of(begin)
            others.append(Passage(other[3], "name", passage.start + begin, line, words, passage.group))
        text = text[: other.start()] + _hide(other[0]) + text[other.end() :]
    if passage.kind not in TEXT_KEYS:
        text = _without_block_markup(text, passage.kind)
    yield replace(passage, text=_without_markup(text))
    yield from others


def _without_block_markup(text: str, kind: str) -> str:
    if kind == "note":
        return NOTE_MARKUP.sub(_hide_match, text)
    if kind == "row":
        text = re.sub(r"(?<!\\)[ \t]*\|[ \t]*", _hide_match, text)
    start = BLOCK_START.match(text)
    end = start.end() if start else 0
    return _hide(text[:end]) + QUOTE_START.sub(_hide_match, text[end:])


def _without_markup(text: str) -> str:
    for characters, pattern in MARKUP:
        if characters in text and (characters != "." or DOMAIN.search(text)):
            text = pattern.sub(_hide_match, text)
    return text


def _hide_match(match: re.Match[str]) -> str:
    return _hide(match[0])


def _hide(text: str) -> str:
    return "\n".join(HIDDEN * len(line) for line in text.split("\n"))
