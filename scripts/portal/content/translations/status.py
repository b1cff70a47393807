"""The state of each section of a translation: current, changed since, missing, not marked, or gone from the original."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from portal.content.reading.pages import Page
from portal.content.translations.sections import TOP
from portal.languages import ORIGINAL

Pages = Mapping[tuple[str, str], Page]
"""The pages by (language, path)."""


class Status(Enum):
    """What is known of a section of a translation."""

    CURRENT = "current"
    CHANGED = "changed"
    MISSING = "missing"
    UNMARKED = "unmarked"
    GONE = "gone"


@dataclass(frozen=True)
class SectionStatus:
    """One section of a translation; `fingerprint` is that of the text it should follow, and `original` its language."""

    id: str
    state: Status
    original: str
    fingerprint: str


def original_language(pages: Pages, path: str, section: str = TOP) -> str:
    """The language in which a section was first written: Kyrgyz, unless the Kyrgyz page says otherwise and has that other page."""
    page = pages.get((ORIGINAL, path))
    said = page.meta.get("original", ORIGINAL) if page else ORIGINAL
    language = said.get(section, ORIGINAL) if isinstance(said, Mapping) else str(said)
    return language if (language, path) in pages else ORIGINAL


def marks_of(page: Page) -> Mapping[str, str]:
    """Which text each section says it follows."""
    found = page.meta.get("follows", {})
    return found if isinstance(found, Mapping) else {}


def section_statuses(page: Page, pages: Pages) -> Iterator[SectionStatus]:
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
            yield SectionStatus(name, _state(page, name, wanted), language, wanted)
    for name in page.sections:
        if name not in names and name in marks_of(page) and page.language != ORIGINAL:
            yield SectionStatus(name, Status.GONE, ORIGINAL, "")


def _state(page: Page, name: str, wanted: str) -> Status:
    if name not in page.sections:
        return Status.MISSING
    if name not in marks_of(page):
        return Status.UNMARKED
    return Status.CURRENT if marks_of(page)[name] == wanted else Status.CHANGED
