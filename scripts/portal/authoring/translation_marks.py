"""Complete records/translations.txt, and mark sections as current."""

from collections.abc import Sequence

from portal.content.edition import Edition
from portal.content.reading.pages import Page
from portal.content.translations.marks import CURRENT, Mark, Marks
from portal.content.translations.sections import section_address
from portal.content.translations.status import SectionStatus, Status


class UnknownSectionError(Exception):
    """A section to be marked that the page or its original does not have; the message is its id."""


def complete_marks(edition: Edition) -> Marks:
    """The mark of every translated section, brought up to date."""
    return {
        (language, section_address(path, section.id)): (section.mark,)
        for (language, path), sections in edition.translations.statuses.items()
        for section in sections
        if section.status is not Status.MISSING
    }


def mark_current(edition: Edition, page: Page, ids: Sequence[str]) -> tuple[Marks, list[str]]:
    """All marks, with the named sections of a translation (by default all) marked as current; and their ids."""
    sections = _markable(edition, page)
    if unknown := [name for name in ids if name not in sections]:
        raise UnknownSectionError(unknown[0])
    original = edition.translations.original(page.path)
    wanted = edition.translations.fingerprints[original.language, original.path] if original else {}
    chosen = [name for name in sections if not ids or name in ids]
    marked = {
        (page.language, section_address(page.path, name)): (Mark(wanted.get(name, CURRENT), sections[name].mark.own),)
        for name in chosen
    }
    return {**complete_marks(edition), **marked}, chosen


def _markable(edition: Edition, page: Page) -> dict[str, SectionStatus]:
    statuses = edition.translations.statuses[page.language, page.path]
    return {section.id: section for section in statuses if section.status in (Status.CURRENT, Status.BEHIND)}
