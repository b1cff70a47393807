"""The blocks of a text: which of its lines are headings, paragraphs, rows of a table or samples of code."""

from dataclasses import dataclass

from markdown_it.token import Token

from portal.content.markdown.parser import start

NAMES = {"heading_open": "heading", "th_open": "row", "td_open": "row", "admonition_title_open": "note"}


@dataclass(frozen=True)
class Block:
    """Lines `first` to `last` of the file; blocks of one list, quote or table have one `group`."""

    kind: str
    first: int
    last: int
    group: int


@dataclass(frozen=True)
class Table:
    """A table and its shape; the head counts as a row."""

    line: int
    rows: int
    columns: int


def blocks(tokens: list[Token]) -> list[Block]:
    """Every block that has words, and samples of code, in the order of the document."""
    found: list[Block] = []
    group = 0
    for at, token in enumerate(tokens):
        group = at if token.level == 0 and token.nesting >= 0 else group
        if token.type in ("fence", "code_block"):
            found.append(_block("code", token, group))
        elif token.type == "inline" and token.content.strip():
            block = _block(NAMES.get(tokens[at - 1].type, "text"), token, group)
            if not found or block.kind != "row" or found[-1] != block:
                found.append(block)
    return found


def tables(tokens: list[Token]) -> list[Table]:
    """Every table."""
    found: list[Table] = []
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            end = next(place for place, later in enumerate(tokens[at:], at) if later.type == "table_close")
            rows = [inner.type for inner in tokens[at:end]]
            found.append(Table(start(token), rows.count("tr_open"), rows.count("th_open")))
    return found


def _block(kind: str, token: Token, group: int) -> Block:
    first = start(token)
    # The term of a list of definitions has no lines of its own to markdown-it.
    last = max(token.map[1] if token.map else 0, first)
    return Block(kind, first, last, group)
