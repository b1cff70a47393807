"""Suggestions for messages: what the writer most likely meant."""

import difflib
from collections.abc import Iterable

from portal.content.reading.pages import Page


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar of the known words; a dash when there is none."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0)), "—")


def ids_of(page: Page) -> str:
    """The ids of a page to choose from; a dash when it has none."""
    return ", ".join(f"#{anchor.id}" for anchor in page.anchors) or "—"
