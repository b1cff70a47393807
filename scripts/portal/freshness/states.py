"""The state of each section of a translation: current, changed since, missing, not marked, or gone from the original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from portal.addresses import ORIGINAL
from portal.freshness.sections import TOP
from portal.pages import Page

Pages = Mapping[tuple[str, str], Page]
"""The pages by (language, path)."""


class State(Enum):
    """What is known of a section of a translation."""

    CURRENT = "current"
    CHANGED = "changed"
    MISSING = "missing"
    UNMARKED = "unmarked"
    GONE = "gone"


@dataclass(frozen=True)
class SectionState:
    """One section of a translation; `fingerprint` is that of the text it should follow, and `original` its language."""

    id: str
    state: State
    original: str
    fingerprint: str


def original_language(pages: Pages, path: str, section: str = TOP) -> str:
    """The language in which a section was first written: Kyrgyz, unless the Kyrgyz page says otherwise and has that other page."""
    page = pages.get((ORIGINAL, path))
    said = page.meta.get("original", ORIGINAL) if page else ORIGINAL
    language = said.get(section, ORIGINAL) if isinstance(said, Mapping) else str(said)
    return language if (language, path) in pages else ORIGINAL


def follows(page: Page) -> Mapping[str, str]:
    """Which text each section says it follows."""
    found = page.meta.get("follows", {})
    return found if isinstance(found, Mapping) else {}


def states(page: Page, pages: Pages) -> Iterator[SectionState]:
    """The sections of a page that are translations, in the order of the original; none for an original."""
    original = pages.get((ORIGINAL, page.path))
    if original is None:
        return
    names = pages[original_language(pages, page.path), page.path].sections
    for name in names:
        language = original_language(pages, page.path, name)
        source = pages[language, page.path]
        if language != page.language and name in source.sections:
            wanted = source.fingerprints[name]
            yield SectionState(name, _state(page, name, wanted), language, wanted)
    for name in page.sections:
        if name not in names and name in follows(page) and page.language != ORIGINAL:
            yield SectionState(name, State.GONE, ORIGINAL, "")


def _state(page: Page, name: str, wanted: str) -> State:
    if name not in page.sections:
        return State.MISSING
    if name not in follows(page):
        return State.UNMARKED
    return State.CURRENT if follows(page)[name] == wanted else State.CHANGED
