"""What readers are told of the changes of a page: notes by those who made them, and comparisons of texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from portal.content.page_texts import PageText
from portal.languages import LANGUAGES
from portal.rendering.comparison import ComparedSection, compare
from portal.rendering.page_view import PageView

KEY = "changes"
"""The key of the front matter. Its text is about the change with which it came: what stays there later is old."""


@dataclass(frozen=True)
class ChangeNote:
    """What changed on a day, in a sentence in a language."""

    day: date
    text: str
    language: str


@dataclass(frozen=True)
class Comparison:
    """The sections that differ from the text that readers had from a day on."""

    day: date
    sections: list[ComparedSection]


def comparisons(view: PageView) -> list[Comparison]:
    """With each earlier text, the newest first."""
    texts = view.edition.page_texts(view.shown)
    return [Comparison(text.day, compare(text.paragraphs, texts[0].paragraphs)) for text in texts[1:]]


def change_notes(view: PageView) -> list[ChangeNote]:
    """The notes on the changes of a page, the newest first; one without a note has that of another language."""
    changes = pairwise(view.edition.page_texts(view.shown))
    return [note for newer, older in changes if (note := _note(view, newer, older))]


def latest_note(view: PageView) -> ChangeNote | None:
    """The note on the last change."""
    texts = view.edition.page_texts(view.shown)[:2]
    return _note(view, *texts) if len(texts) == 2 else None


def _note(view: PageView, newer: PageText, older: PageText) -> ChangeNote | None:
    """The note on what came between two texts: in the language of the page, else of the original, else any."""
    first = (view.text_language, view.edition.translations.original_language(view.path))
    for language in dict.fromkeys((*first, *LANGUAGES)):
        for text in _texts_with_note(view, language):
            if older.day < text.day <= newer.day:
                return ChangeNote(newer.day, str(text.page.meta[KEY]), language)
    return None


def _texts_with_note(view: PageView, language: str) -> Iterator[PageText]:
    """The texts of a translation that came with a note of their own."""
    page = view.edition.pages.get((language, view.path))
    for newer, older in pairwise(view.edition.page_texts(page) if page else ()):
        if newer.page.meta.get(KEY, older.page.meta.get(KEY)) != older.page.meta.get(KEY):
            yield newer
