"""The blocks of a text: which lines are headings, paragraphs, table rows or code."""

from itertools import takewhile
from typing import NamedTuple

from markdown_it.token import Token

from portal.content.markdown.parser import start_line

KINDS = {"heading_open": "heading", "th_open": "row", "td_open": "row", "admonition_title_open": "note"}


class Block(NamedTuple):
    """Lines `first` to `last` of the file; blocks of one list, quote or table share a `group`."""

    kind: str
    first: int
    last: int
    group: int


class Table(NamedTuple):
    """The line on which a table begins, and its shape; the head counts as a row."""

    line: int
    rows: int
    columns: int


def find_blocks(tokens: list[Token]) -> list[Block]:
    """Every block of words or of code, in document order."""
    blocks: list[Block] = []
    group = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0:
            group = index
        if token.type in ("fence", "code_block"):
            kind = "code"
        elif token.type == "inline" and token.content.strip():
            kind = KINDS.get(tokens[index - 1].type, "text")
        else:
            continue
        first = start_line(token)
        # markdown-it gives no lines to the term of a definition list.
        block = Block(kind, first, max(token.map[1] if token.map else 0, first), group)
        # The cells of a table row are one block.
        if kind != "row" or blocks[-1:] != [block]:
            blocks.append(block)
    return blocks


def find_tables(tokens: list[Token]) -> list[Table]:
    tables: list[Table] = []
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            types = [inner.type for inner in takewhile(lambda inner: inner.type != "table_close", tokens[index:])]
            tables.append(Table(start_line(token), types.count("tr_open"), types.count("th_open")))
    return tables
