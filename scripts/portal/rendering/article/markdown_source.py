"""A page's Markdown as Python-Markdown needs it to show what CommonMark, and so the preview on GitHub, shows."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from portal.content.markdown.parser import parse

INDENT = 4
LISTS = ("bullet_list_open", "ordered_list_open")
TIGHT = ("paragraph", "bullet_list", "ordered_list")
MARKER = re.compile(r"([ ]*)((?:[-*+]|\d{1,9}[.)])(?:[ ]{1,4}(?=\S)|[ ]*))")
LIST_OR_TABLE = re.compile(r"[ >]*(?:[-*+]|\d{1,9}[.)]|\|)")


def markdown_source(text: str) -> str:
    """Lists are indented by four spaces a level, and an empty line separates lists and tables from what is above."""
    lines = text.split("\n")
    if not any(map(LIST_OR_TABLE.match, lines)):
        return text
    tokens = parse("\n".join(lines))
    for first, end in _items(tokens):
        _indent_item(lines, first, end)
    for number in sorted(_lines_to_part(tokens), reverse=True):
        if number and lines[number - 1].strip():
            lines.insert(number, "")
    return "\n".join(lines)


def _items(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first line of each item of the lists outside quotations, and the one after its last."""
    quotes = 0
    for token in tokens:
        if token.type.startswith("blockquote"):
            quotes += token.nesting
        elif token.type == "list_item_open" and token.map and not quotes:
            yield token.map[0], token.map[1]


def _indent_item(lines: list[str], first: int, end: int) -> None:
    """Indent an item's further lines by four spaces more than its mark, which the item around it has put in place."""
    marker = MARKER.match(lines[first].expandtabs(INDENT))
    if marker is None:
        return
    # A list may stand within a note or a footnote, which is indented itself.
    base = " " * (len(marker[1]) // INDENT * INDENT)
    lines[first] = base + lines[first].expandtabs(INDENT)[len(marker[1]) :]
    column = len(marker[0])
    for number in range(first + 1, end):
        line = lines[number].expandtabs(INDENT)
        own = len(line) - len(line.lstrip(" "))
        if line.strip() and own >= column:
            lines[number] = base + " " * INDENT + line[column:]


def _lines_to_part(tokens: Sequence[Token]) -> Iterator[int]:
    """The lines that need an empty line above: lists and tables below a text, items of loose lists, blocks of items."""
    parents = [""]
    types = ["", "", *(token.type for token in tokens)]
    for at, token in enumerate(tokens):
        if token.nesting < 0:
            parents = parents[:-1] or parents
            continue
        if token.type == "list_item_open":
            first = tokens[at + 1]
            is_loose = first.type == "paragraph_open" and not first.hidden
            needs = is_loose or (types[at + 1] == "list_item_close" and not types[at].startswith(TIGHT))
        elif parents[-1] == "list_item_open":
            needs = types[at + 1] != "list_item_open" and token.type not in LISTS
        else:
            needs = token.type in (*LISTS, "table_open")
        if needs and token.map:
            yield token.map[0]
        if token.nesting > 0:
            parents.append(token.type)
