"""The words of the index, by which a mistyped one is mended."""

from __future__ import annotations

from collections.abc import Iterable

from portal.search.records import Record
from portal.search.words import normalised, spans, tidy


def gather(records: Iterable[Record], language: str) -> str:
    """The normalised words of a language, digits left out, one a line."""
    found: set[str] = set()
    for record in records:
        if record.language == language:
            text = tidy(f"{record.title} {record.text}")
            words = (normalised(text[start:end], language) for start, end in spans(text))
            found.update(word for word in words if word.isalpha())
    return "".join(f"{word}\n" for word in sorted(found))
