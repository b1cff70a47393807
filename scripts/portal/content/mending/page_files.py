"""Pages from their files: decoded, mended and parsed."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from portal.content.mending.blocks import mend_blocks
from portal.content.mending.front_matter import mend_front_matter
from portal.content.mending.words import mend_words
from portal.content.problems import Problem
from portal.content.reading.files import WORD_SIGNS, reading_problem
from portal.content.reading.fix import Fix
from portal.content.reading.limits import check_limits
from portal.content.reading.pages import Page, parse_page

BOM = b"\xef\xbb\xbf"
MOST_BYTES = 250_000
LONGEST_LINE = 8_000
"""Nobody writes larger files or longer lines, and parsing them would take minutes."""
ROUNDS = 6
"""One fix may make another possible."""


def read_page(file: Path, data: bytes) -> tuple[Page | None, list[Problem]]:
    """One page from its bytes; `file` begins with docs/ and the language."""
    if data.startswith(WORD_SIGNS):
        return None, [Problem(file, 0, "word-file", {"name": file.name})]
    if len(data) > MOST_BYTES:
        return None, [Problem(file, 0, "too-large", {"most": MOST_BYTES // 1000})]
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [reading_problem(file, fault)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if long := [number for number, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE]:
        return None, [Problem(file, long[0], "line-long", {"most": LONGEST_LINE})]
    if too_much := check_limits(file, text):
        return None, too_much
    problems: list[Problem] = []
    if "\0" in text:
        problems.append(Problem(file, text[: text.index("\0")].count("\n") + 1, "nul"))
        text = text.replace("\0", "")
    page, found = _mended(file, text)
    if page.fixes and (too_much := check_limits(file, page.text)):
        return None, too_much
    if data.startswith(BOM):
        page = replace(page, fixes=(Fix(1, "\ufeff", ""), *page.fixes))
    return page, problems + found


def _mended(file: Path, text: str) -> tuple[Page, list[Problem]]:
    """The page that a text was meant to be."""
    text, fixes = mend_front_matter(text)
    page, problems = parse_page(file, text)
    for _ in range(ROUNDS):
        lines, done = mend_blocks(page)
        if not lines:
            lines, done = mend_words(page)
        if not lines:
            break
        fixes += [fix._replace(line=page.file_line(fix.line)) for fix in done]
        text, file_lines = _with_lines(page, lines)
        page, problems = parse_page(file, text)
        page = replace(page, file_lines=file_lines)
    # A copy would have to find its passages again.
    return replace(page, fixes=tuple(sorted(set(fixes)))) if fixes else page, problems


def _with_lines(page: Page, lines: Mapping[int, str]) -> tuple[str, tuple[int, ...]]:
    """The text of a page with some of its lines replaced, and the line of the file for each line of it."""
    text: list[str] = []
    file_lines: list[int] = []
    for number, line in enumerate(page.text.split("\n"), 1):
        new = lines.get(number, line).split("\n")
        text += new
        file_lines += [page.file_line(number)] * len(new)
    return "\n".join(text), tuple(file_lines)
