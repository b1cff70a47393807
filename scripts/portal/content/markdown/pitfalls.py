"""What does not belong into the text of a page, or means one thing to one program and another to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from portal.content.markdown.parser import start

UNDERLINE = re.compile(r"=+[ ]*")


@dataclass(frozen=True)
class Fragment:
    """A bit of text and its line."""

    text: str
    line: int


def html(tokens: list[Token], pieces: list[tuple[Token, int]]) -> list[Fragment]:
    """Blocks of HTML, and tags within a line; closing ones say nothing new."""
    blocks = [Fragment(token.content, start(token)) for token in tokens if token.type == "html_block"]
    tags = [Fragment(piece.content, line) for piece, line in pieces if piece.type == "html_inline"]
    opening = [tag for tag in tags if not tag.text.startswith("</")]
    return sorted([*blocks, *opening], key=lambda found: found.line)


def hash_lines(paragraphs: list[Token]) -> Iterator[Fragment]:
    """Lines of a paragraph that make a heading to Python-Markdown: # with no space after it, or a line of ===."""
    for inline in paragraphs:
        for offset, line in enumerate(inline.content.split("\n")):
            if line.startswith("#") or UNDERLINE.fullmatch(line):
                yield Fragment(line, start(inline) + offset)


def open_fences(tokens: list[Token], lines: list[str]) -> Iterator[Fragment]:
    """Samples of code whose end is missing, so that they swallow what follows."""
    for token in tokens:
        if token.type == "fence" and token.map:
            begin, end = token.map
            last = lines[end - 1].rstrip()
            closed = last.endswith(token.markup) and (token.level > 0 or not last.startswith("    "))
            if end - 1 == begin or not closed:
                yield Fragment(token.markup, begin + 1)


def tight_rules(tokens: list[Token], lines: list[str]) -> Iterator[Fragment]:
    """Lines of --- right under a text, of which Python-Markdown makes a heading."""
    for token in tokens:
        above = lines[start(token) - 2] if token.type == "hr" and start(token) > 1 else ""
        if above.strip() and not above.startswith("#") and not set(lines[start(token) - 1]) - set("- "):
            yield Fragment(above, start(token))
