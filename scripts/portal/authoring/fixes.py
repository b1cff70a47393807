"""Mending a page: every safe mend done in its file, nothing else touched."""

from dataclasses import dataclass
from pathlib import Path

from portal.content.proofreading.checks import fixed
from portal.content.reading.pages import BOM, Page, read_page

ROUNDS = 4


@dataclass(frozen=True)
class Fix:
    """What was mended on a line; `before` may be a sign that nobody sees."""

    path: Path
    line: int
    before: str
    after: str


def fix_file(file: Path, name: Path) -> list[Fix]:
    """Mend the page in `file`, called `name` below the project; what was done, in the order of the page.

    A file that cannot be read as a page is left as it is. Endings of lines are kept; a byte order mark is taken away.
    """
    data = file.read_bytes()
    done: list[Fix] = [Fix(name, 1, "U+FEFF", "")] if data.startswith(BOM) else []
    page, _ = read_page(name, data)
    if page is None or "\0" in data.decode("utf-8"):
        return []
    lines = page.text.split("\n")
    for _ in range(ROUNDS):
        text, mends = _fixed(page)
        done += mends
        if text == page.text:
            break
        again, _ = read_page(name, text.encode("utf-8"))
        if again is None or again.text.count("\n") != len(lines) - 1:
            break
        page = again
    if done:
        file.write_bytes(_with_endings(page.text, data.removeprefix(BOM).decode("utf-8")).encode("utf-8"))
    return sorted(set(done), key=lambda found: found.line)


def _fixed(page: Page) -> tuple[str, list[Fix]]:
    """The text of a page with its passages mended, from the last to the first so that places stay right."""
    text, done, begin = page.text, [], len(page.text)
    for passage in sorted(page.passages, key=lambda passage: passage.start, reverse=True):
        words, mends = fixed(passage)
        # What stands around a mended passage waits for the next round, when places have been found anew.
        if mends and passage.start + len(passage.text) <= begin:
            begin = passage.start
            text = (
                text[: passage.start]
                + _shown(words, passage.text, text[passage.start :])
                + text[passage.start + len(passage.text) :]
            )
            done += [Fix(page.file, passage.line_of(place), before, after) for place, before, after in mends]
    return text, done


def _shown(words: str, hidden: str, original: str) -> str:
    """Mended words with the hidden signs put back: their number and order never change."""
    signs = iter([original[at] for at, sign in enumerate(hidden) if sign == "\0"])
    return "".join(next(signs) if sign == "\0" else sign for sign in words)


def _with_endings(text: str, before: str) -> str:
    """The text with the line endings that it had."""
    endings = [line[len(line.rstrip("\r\n")) :] for line in before.splitlines(keepends=True)] if "\r" in before else []
    if not endings:
        return text
    common = max(set(endings) - {""}, key=endings.count, default="\n")
    return text.replace("\n", common)
