"""Rules of translations that follow an earlier text of their original."""

from collections.abc import Iterator

from portal.addresses import Address
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.translations.marks import BEHIND, CURRENT, Mark, format_mark
from portal.content.translations.sections import TOP
from portal.content.translations.status import SectionStatus, Status
from portal.languages import LANGUAGES, ORIGINAL


def original_languages(page: Page, edition: Edition) -> Iterator[Problem]:
    """`original_language` belongs on the Kyrgyz page, and names a language that has the page."""
    language = page.meta.get("original_language")
    if language is None:
        return
    line = page.front.lines["original_language"][0]
    if page.language != ORIGINAL:
        yield Problem(page.file, line, "original-here", {"original": f"docs/{ORIGINAL}/{page.place}"})
    if language not in LANGUAGES or (language, page.path) not in edition.pages:
        yield Problem(page.file, line, "original-unknown", {"found": language, "place": page.place})


def behind(page: Page, edition: Edition) -> Iterator[Problem]:
    """Sections whose original has changed since: the page is published, and readers are told."""
    found = [section for section in _statuses(page, edition) if section.status is Status.BEHIND]
    yield from _warning(page, edition, "behind-text", found, CURRENT)


def declared(page: Page, edition: Edition) -> Iterator[Problem]:
    """Sections that are held to be up to date because this proposal changes them."""
    found = [section for section in _statuses(page, edition) if section.declared]
    yield from _warning(page, edition, "behind-declared", found, BEHIND)


def gone(page: Page, edition: Edition) -> Iterator[Problem]:
    """Sections that the original no longer has."""
    found = [section for section in _statuses(page, edition) if section.status is Status.GONE]
    yield from _warning(page, edition, "behind-gone", found)


def _statuses(page: Page, edition: Edition) -> tuple[SectionStatus, ...]:
    return edition.translations.statuses.get((page.language, page.path), ())


def _warning(
    page: Page, edition: Edition, rule: str, sections: list[SectionStatus], word: str = ""
) -> Iterator[Problem]:
    """One warning for all sections of a page, with the line for records/translations.txt that says otherwise."""
    original = edition.translations.original(page.path)
    if sections and original:
        values = {"ids": ", ".join(f"#{section.id}" for section in sections), "original": original.file.as_posix()}
        addresses = [Address(page.path, "" if section.id == TOP else section.id) for section in sections if word]
        sample = tuple(format_mark(page.language, address, Mark(word)) for address in addresses)
        yield Problem(page.file, 0, rule, values, warning=True, sample=sample)
