"""The beginnings of new pages: a news item, a chapter, a translation. The check refuses every sample left in them."""

import datetime
from collections.abc import Mapping

import yaml

from portal.addresses import latin
from portal.content.markdown.outline import Anchor
from portal.content.markdown.prose import TEXT_KEYS
from portal.content.reading.front_values import Document, Value
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase

DAY = "yyyy-mm-dd"
"""Stands for the day of a news item where it is not known."""
SLUG = "latyncha-aty"
"""Stands for the name of a news item: "name in Latin letters"."""
MOST_WORDS = 6
OWN_KEYS = ("original_language", "updated", "changes", "order", "withdrawn", "reason", "reason_ru", "reason_en")
"""Keys of an original that its translations do not repeat."""


def sample_marks() -> tuple[str, ...]:
    """How samples begin, in any language: "ҮЛГҮ — "."""
    return tuple(_sample("", language) for language in LANGUAGES)


def slug_of(title: str) -> str:
    """The name of a page's file, after its title: the first words in Latin letters."""
    return "-".join(latin(title).split("-")[:MOST_WORDS])


def news_draft(language: str, day: datetime.date | str = DAY, title: str = "") -> str:
    """A news item; its samples say in the reader's language what to write."""
    head = {**_titles(title, language), "date": day, "source": _sample(phrase("draft_source", language), language)}
    return _page(head, [_sample(phrase("draft_text", language), language)])


def chapter_draft(language: str, day: datetime.date, title: str) -> str:
    """A chapter of the strategy. What it is based on has no sample that could be left in by mistake."""
    facts: dict[str, Value] = {"status": "draft", "status_date": day, "based_on": (phrase("sample", language),)}
    return _page(_titles(title, language) | facts, [_sample(phrase("draft_text", language), language)])


def translation_draft(original: Page, language: str) -> str:
    """A translation: the facts, headings and ids of its original, whose words stand in it as samples."""
    head = {
        key: _sample(str(value), language) if key in TEXT_KEYS else value
        for key, value in original.meta.items()
        if key not in OWN_KEYS
    }
    return _page(head, [_anchor(anchor, language) for anchor in original.anchors])


def _anchor(anchor: Anchor, language: str) -> str:
    if anchor.level:
        return f"{'#' * anchor.level} {_sample(anchor.title, language)} {{ #{anchor.id} }}"
    return f"{_sample(phrase('draft_paragraph', language), language)}\n{{ #{anchor.id} }}"


def _titles(title: str, language: str) -> dict[str, Value]:
    return {
        "title": title or _sample(phrase("draft_title", language), language),
        "description": _sample(phrase("draft_description", language), language),
    }


def _sample(words: str, language: str) -> str:
    return f"{phrase('sample', language)} — {words}"


def _entry(entry: str | Document) -> object:
    """An entry of a list, a document without the facts that it lacks."""
    return {key: value for key, value in vars(entry).items() if value} if isinstance(entry, Document) else entry


def _page(head: Mapping[str, Value], blocks: list[str]) -> str:
    values = {
        key: [_entry(each) for each in value] if isinstance(value, tuple) else value for key, value in head.items()
    }
    front = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return "\n\n".join([f"---\n{front}---", *blocks]) + "\n"
