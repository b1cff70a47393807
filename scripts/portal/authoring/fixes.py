"""Write every safe fix into the files of pages; nothing else is touched."""

from dataclasses import dataclass
from pathlib import Path

from portal.content.markdown.prose import HIDDEN
from portal.content.proofreading.checks import fixed
from portal.content.reading.pages import BOM, Page, read_page

ROUNDS = 4


@dataclass(frozen=True)
class Fix:
    """What was changed on a line; `before` may be an invisible character."""

    path: Path
    line: int
    before: str
    after: str


def fix_file(file: Path, name: Path) -> list[Fix]:
    """Fix the page in `file`, called `name` below the project; returns the fixes in the order of the page.

    A file that cannot be read as a page is left as it is. Line endings are kept; a byte order mark is removed.
    """
    data = file.read_bytes()
    page, _ = read_page(name, data)
    if page is None or b"\0" in data:
        return []
    fixes = [Fix(name, 1, "U+FEFF", "")] if data.startswith(BOM) else []
    lines = page.text.count("\n")
    for _ in range(ROUNDS):
        text, done = _fixed(page)
        fixes += done
        again, _ = read_page(name, text.encode("utf-8"))
        if not done or again is None or again.text.count("\n") != lines:
            break
        page = again
    if fixes:
        file.write_bytes(_with_endings(page.text, data.removeprefix(BOM).decode("utf-8")).encode("utf-8"))
    return sorted(set(fixes), key=lambda fix: fix.line)


def _fixed(page: Page) -> tuple[str, list[Fix]]:
    """The text of a page with its passages fixed, from the last to the first so that offsets stay valid."""
    text, fixes, begin = page.text, [], len(page.text)
    for passage in sorted(page.passages, key=lambda passage: passage.start, reverse=True):
        words, done = fixed(passage)
        end = passage.start + len(passage.text)
        # A passage around one already fixed waits for the next round, when the page has been read again.
        if done and end <= begin:
            begin = passage.start
            text = text[:begin] + _unhide(words, passage.text, text[begin:]) + text[end:]
            fixes += [Fix(page.file, passage.line_of(place), before, after) for place, before, after in done]
    return text, fixes


def _unhide(words: str, hidden: str, original: str) -> str:
    """Fixed words with the hidden characters put back; a fix never changes their number or order."""
    characters = (original[at] for at, character in enumerate(hidden) if character == HIDDEN)
    return "".join(next(characters) if character == HIDDEN else character for character in words)


def _with_endings(text: str, before: str) -> str:
    """The text with the line endings of the file; with the most common one where they were mixed."""
    endings = [line[len(line.rstrip("\r\n")) :] for line in before.splitlines(keepends=True)] if "\r" in before else []
    return text.replace("\n", max({*endings} - {""}, key=endings.count, default="\n"))
