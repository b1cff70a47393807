"""What does not belong in the text of a page, or means different things to different Markdown programs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from portal.content.markdown.parser import start_line

UNDERLINE = re.compile(r"=+[ ]*")


class Fragment(NamedTuple):
    text: str
    line: int


def find_html(tokens: list[Token], inline: list[tuple[Token, int]]) -> list[Fragment]:
    """HTML blocks, and opening tags within a line."""
    blocks = [Fragment(token.content, start_line(token)) for token in tokens if token.type == "html_block"]
    tags = [Fragment(token.content, line) for token, line in inline if token.type == "html_inline"]
    opening = [tag for tag in tags if not tag.text.startswith("</")]
    return sorted([*blocks, *opening], key=lambda found: found.line)


def find_hidden_headings(paragraphs: list[Token]) -> Iterator[Fragment]:
    """Lines that are headings to Python-Markdown alone: # without a space after it, or a line of ===."""
    for paragraph in paragraphs:
        for line, text in enumerate(paragraph.content.split("\n"), start_line(paragraph)):
            if text.startswith("#") or UNDERLINE.fullmatch(text):
                yield Fragment(text, line)


def find_unclosed_fences(tokens: list[Token], lines: list[str]) -> Iterator[Fragment]:
    """Code fences without an end, which swallow what follows."""
    for token in tokens:
        if token.type == "fence" and token.map:
            begin, end = token.map
            last = lines[end - 1].rstrip()
            closed = last.endswith(token.markup) and (token.level > 0 or not last.startswith("    "))
            if end - 1 == begin or not closed:
                yield Fragment(token.markup, begin + 1)


def find_underlined_text(tokens: list[Token], lines: list[str]) -> Iterator[Fragment]:
    """Text with a line of --- right under it, which is a heading to Python-Markdown."""
    for token in tokens:
        line = start_line(token)
        above = lines[line - 2] if token.type == "hr" and line > 1 else ""
        if above.strip() and not above.startswith("#") and not set(lines[line - 1]) - set("- "):
            yield Fragment(above, line)
