"""The elements that Markdown stands for, which must come out on the site."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from portal.content.markdown.parser import inline_tokens, start_line

HEADINGS = {f"h{level}" for level in range(1, 7)}
BLOCKS = {"p", "ul", "ol", "li", "table", "tr", "th", "td", "blockquote", "hr", "dl", "dt", "dd"}
INLINE = {"code", "em", "strong", "s", "a", "img"}
TAGS = HEADINGS | BLOCKS | INLINE
WITHOUT_PARAGRAPHS = ("li", "dd", "dt")
"""What may hold its text directly or in paragraphs."""

ABBREVIATION = re.compile(r"\*\[[^\]]+\]:")


class Element(NamedTuple):
    tag: str
    line: int


def find_elements(tokens: Sequence[Token]) -> Iterator[Element]:
    """The elements of a text in document order, without those of its footnotes, which are printed at the end."""
    parents: list[str] = []
    line = 1
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if token.type == "footnote_block_open":
            return
        line = start_line(token) if token.map else line
        if token.type == "inline":
            yield from (Element(part.tag, at) for part, at in inline_tokens(token) if _counts(part))
        elif _counts(token) and not _may_be_left_out(before, token, after, parents):
            yield Element(token.tag, line)
        if token.nesting > 0:
            parents.append(token.tag)
        elif token.nesting < 0:
            del parents[-1:]  # A footnote within a footnote leaves ends without beginnings.


def _may_be_left_out(before: Token | None, token: Token, after: Token | None, parents: Sequence[str]) -> bool:
    """Whether an element may be missing: quotations in a row may be one, and an abbreviation is no paragraph."""
    if token.tag == "p":
        return not {*parents}.isdisjoint(WITHOUT_PARAGRAPHS) or bool(after and ABBREVIATION.match(after.content))
    return token.tag == "blockquote" and before is not None and before.type == "blockquote_close"


def _counts(token: Token) -> bool:
    return token.nesting >= 0 and token.tag in TAGS
