"""The notice on a translation that is behind its original."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.addresses import page_url
from portal.content.reading.pages import Page
from portal.content.translations.sections import TOP
from portal.content.translations.status import SectionStatus, Status
from portal.rendering.page_view import PageView
from portal.wording.dates import since
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class Change:
    """A section to look up in the original; `anchor` is its id if the translation has no such section."""

    title: str
    url: str | None
    language: str
    what: str
    anchor: str | None


@dataclass(frozen=True)
class TranslationNotice:
    """The language of the original, and what has changed there since the translation."""

    original: str
    changes: tuple[Change, ...]


def translation_notice(view: PageView) -> TranslationNotice:
    """The notice of a page; a fallback has no changes."""
    language = view.edition.translations.original_language(view.path)
    return TranslationNotice(language, () if view.is_fallback else tuple(_changes(view)))


def missing_ids(view: PageView) -> set[str]:
    """Ids of sections that are not translated, which the page gets from placeholders."""
    return {change.anchor for change in translation_notice(view).changes if change.anchor}


def _changes(view: PageView) -> Iterator[Change]:
    translations = view.edition.translations
    if original := translations.original(view.path):
        for section in translations.statuses.get((view.language, view.path), ()):
            if section.status is not Status.CURRENT:
                yield _change(view, original, section)


def _change(view: PageView, original: Page, section: SectionStatus) -> Change:
    language = view.language
    if section.status is Status.GONE:
        title = view.edition.translations.sections[language, view.path][section.id].title
        return Change(title or f"#{section.id}", None, language, phrase("change_gone", language), None)
    url = page_url(view.path, original.language) + ("" if section.id == TOP else f"#{section.id}")
    title = _title(view, original, section.id)
    if section.status is Status.MISSING:
        return Change(title, url, original.language, phrase("section_missing", language), section.id)
    day = section.since
    what = (
        phrase("section_changed_since", language, date=since(day, language))
        if day
        else phrase("section_changed", language)
    )
    return Change(title, url, original.language, what, None)


def _title(view: PageView, original: Page, section: str) -> str:
    """The heading of a section in the original, else its first words."""
    found = view.edition.translations.sections[original.language, original.path][section]
    if section == TOP:
        return original.title
    words = " ".join(passage.text.replace("\0", " ") for passage in found.passages).split()
    return found.title or " ".join(words[:6]) + ("…" if len(words) > 6 else "")
