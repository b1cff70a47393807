"""The words of a page with every safe fix of proofreading."""

from portal.content.markdown.prose import HIDDEN
from portal.content.proofreading.checks import fixed
from portal.content.reading.fix import Fix
from portal.content.reading.pages import Page


def mend_words(page: Page) -> tuple[dict[int, str], list[Fix]]:
    """The lines of a page's text that are mended, by number, and each fix."""
    text, fixes = _fixed(page)
    before, after = page.text.split("\n"), text.split("\n")
    if len(before) != len(after):
        return {}, []
    return {number: line for number, line in enumerate(after, 1) if line != before[number - 1]}, fixes


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
            fixes += [Fix(passage.line_of(place), before, after) for place, before, after in done]
    return text, fixes


def _unhide(words: str, hidden: str, original: str) -> str:
    """Fixed words with the hidden characters put back; a fix never changes their number or order."""
    characters = (original[at] for at, character in enumerate(hidden) if character == HIDDEN)
    return "".join(next(characters) if character == HIDDEN else character for character in words)
