"""Rules of what would be lost in silence: cells, footnotes, links without an address, lists that are none."""

import re
from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.markdown.prose import BLOCK_START
from portal.content.mending.blocks import is_even, tables_of_tabs, text_lines
from portal.content.problems import Problem
from portal.content.reading.pages import Page

BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
FOOTNOTE_TEXT = re.compile(r"[ ]{0,3}(\[\^[^\]\s]+\]):")
REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")
LIKE_AN_ITEM = re.compile(r"(?:[-–—•*+]|\(?(?:\d{1,3}|[^\W\d_])[.)])[ \u00a0]*(?=[^\W\d])")


def table_rows(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every row has as many cells as the head: further ones are not shown, missing ones shift the others."""
    lines = page.text.split("\n")
    for table in page.body.tables:
        for line in range(table.line + 2, table.line + table.rows + 1):
            cells = _cells(lines[line - 1])
            counts = {"found": len(cells), "expected": table.columns}
            if len(cells) > table.columns:
                yield page.problem(line, "row-long", lost=" | ".join(cells[table.columns :]), **counts)
            elif len(cells) < table.columns:
                yield page.warning(line, "row-short", **counts)


def uneven_tabs(page: Page, edition: Edition) -> Iterator[Problem]:
    """A table with tabs between its columns that cannot be mended, because its rows differ in length."""
    for table in tables_of_tabs(text_lines(page)):
        if not is_even(table):
            expected = len(next(iter(table.values())))
            line = next(number for number, row in table.items() if len(row) != expected)
            yield page.problem(line, "tabs-uneven", found=len(table[line]), expected=expected)


def footnotes(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every footnote has a text, and every text a footnote."""
    for fragment in page.body.prose:
        for found in FOOTNOTE.findall(fragment.text):
            yield page.problem(fragment.line, "footnote-missing", found=found)
    for number, line in enumerate(page.text.split("\n"), 1):
        begin = FOOTNOTE_TEXT.match(line)
        if begin and page.text.count(begin[1]) == 1:
            yield page.warning(number, "footnote-unused", found=begin[1])


def references(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every [link][name] has its [name]: address."""
    for fragment in page.body.prose:
        for found in REFERENCE.finditer(fragment.text):
            words, name = found.groups()
            yield page.problem(fragment.line, "reference-missing", found=found[0], words=words, name=name or words)


def lists_that_are_none(page: Page, edition: Edition) -> Iterator[Problem]:
    """Lines of one paragraph that begin as the items of a list do."""
    lines = page.text.split("\n")
    for block in page.body.blocks:
        if block.kind == "text":
            first, *others = lines[block.first - 1 : block.last]
            found = [
                line for line in (BLOCK_START.sub("", first, count=1), *others) if LIKE_AN_ITEM.match(line.strip())
            ]
            if len(found) > 1:
                yield page.warning(block.first, "list-none", found=" / ".join(found[:2]))


def _cells(row: str) -> list[str]:
    cells = [cell.strip() for cell in BETWEEN_CELLS.split(row.strip(" >"))]
    begin, end = int(not cells[0]), len(cells) - int(not cells[-1])
    return cells[begin:end]
