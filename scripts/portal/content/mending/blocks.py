"""Lists, tables and addresses as word processors and people type them, turned into Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from portal.content.markdown.blocks import Block
from portal.content.markdown.prose import HIDDEN
from portal.content.reading.fix import Fix
from portal.content.reading.pages import Page

GAP = "[ \t\u00a0]"
BULLET = re.compile(rf"^([ ]*)(?:[•‣▪▫●○◦∙\uf0a7\uf0b7]{GAP}*|[-*+](?=[ \t]*\u00a0){GAP}+)(?=\S)")
NUMBER = re.compile(rf"^([ ]*\d{{1,9}})(?:\){GAP}+|\.(?=[ \t]*\u00a0){GAP}+)(?=\S)")
# One line that begins so may be speech or a figure; several in a row are a list.
DASHED = re.compile(rf"^([ ]{{0,3}})(?:–{GAP}+|[-*](?=[^\W\d_]))(?=\S)")
NUMBERED = re.compile(r"^([ ]{0,3}\d{1,2})[.)](?=[^\W\d_])")
ITEM = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ \t]")
# Words indented by a tab or by many spaces would be shown as code.
INDENTED = re.compile(r"^[ \t\u00a0]+(?=.*[а-яА-ЯёөүңЁӨҮҢ])")
FENCE = ("```", "~~~")
LINKED = re.compile(r"(`+)(?!`)[^`]+(?<!`)\1(?!`)|\]\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)|<[^<>\n]*>|^\[[^\]]+\]:.*")
ADDRESS = re.compile(
    r"(?<![\w/.@+-])(?:(?:https?://|(?P<host>www\.))[^\s<>«»\"“”|\x00]+|(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+))"
)
AFTER_ADDRESS = ".,;:!?*_~'"

Table = Mapping[int, Sequence[str]]
"""The cells of each line, by its number."""


def mend_blocks(page: Page) -> tuple[dict[int, str], list[Fix]]:
    """The lines of a page's text that are mended, by number, where one may become two; and each fix."""
    before = text_lines(page)
    first_lines = {block.first for block in page.body.blocks}
    indented = {number for block in page.body.blocks if block.kind == "code" for number in _lines_of(block)}
    after = {
        number: _mend_line(INDENTED.sub("", line) if number in indented else line, number in first_lines)
        for number, line in before.items()
    }
    for pattern, right in ((DASHED, r"\1- "), (NUMBERED, r"\1. ")):
        for run in _runs(after, pattern):
            after |= {number: pattern.sub(right, after[number], count=1) for number in run}
    for table in tables_of_tabs(after):
        if is_even(table):
            after |= _table_lines(table)
    lines = {number: line for number, line in after.items() if line != before[number]}
    return lines, [Fix(number, before[number], line) for number, line in lines.items()]


def _runs(lines: Mapping[int, str], pattern: re.Pattern[str]) -> Iterator[list[int]]:
    """The numbers of lines in a row, empty ones aside, that begin as the pattern says."""
    written = ((number, bool(pattern.match(line))) for number, line in lines.items() if line.strip())
    for matches, run in groupby(written, lambda entry: entry[1]):
        numbers = [number for number, _ in run]
        if matches and len(numbers) > 1:
            yield numbers


def is_even(table: Table) -> bool:
    """Whether all rows of a table have as many cells."""
    return len(set(map(len, table.values()))) == 1


def tables_of_tabs(lines: Mapping[int, str]) -> Iterator[Table]:
    """The cells, by line, of tables pasted from Word or Excel, with tabs between their columns."""
    rows = {n: line.split("\t") for n, line in lines.items() if "\t" in line.strip() and not ITEM.match(line)}
    for _, run in groupby(enumerate(rows), lambda entry: entry[1] - entry[0]):
        table = {number: [cell.strip().replace("|", r"\|") for cell in rows[number]] for _, number in run}
        if len(table) > 1:
            yield table


def _table_lines(table: Table) -> dict[int, str]:
    """A table in Markdown, by line; its first line has the delimiter row below it."""
    lines = {number: f"| {' | '.join(row)} |" for number, row in table.items()}
    first = min(table)
    return lines | {first: f"{lines[first]}\n{'|---' * len(table[first])}|"}


def text_lines(page: Page) -> dict[int, str]:
    """The lines of a page below its front matter, by number, without code; words that are only indented are no code."""
    lines = page.text.split("\n")
    code = {
        number
        for block in page.body.blocks
        if block.kind == "code"
        for number in _lines_of(block)
        if lines[block.first - 1].lstrip(" >").startswith(FENCE) or not INDENTED.match(lines[number - 1])
    }
    return {number: line for number, line in enumerate(lines, 1) if number >= page.body_line and number not in code}


def _lines_of(block: Block) -> range:
    return range(block.first, block.last + 1)


def _mend_line(line: str, begins_block: bool) -> str:
    line = BULLET.sub(r"\1- ", line, count=1)
    return _mend_addresses(NUMBER.sub(r"\1. ", line, count=1) if begins_block else line)


def _mend_addresses(line: str) -> str:
    """The line with its bare addresses as links."""
    if "@" not in line and "www." not in line and "://" not in line:
        return line
    hidden = LINKED.sub(lambda found: HIDDEN * len(found[0]), line)
    pieces, at = [], 0
    for found in ADDRESS.finditer(hidden):
        address = _without_punctuation(found[0])
        is_in_link_text = hidden.rfind("[", 0, found.start()) > hidden.rfind("]", 0, found.start())
        if address and not is_in_link_text:
            link = f"[{address}](https://{address})" if found["host"] else f"<{address}>"
            pieces += [line[at : found.start()], link]
            at = found.start() + len(address)
    return "".join([*pieces, line[at:]])


def _without_punctuation(address: str) -> str:
    """An address without what belongs to the sentence around it."""
    while address.endswith(tuple(AFTER_ADDRESS)) or (address.endswith(")") and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
