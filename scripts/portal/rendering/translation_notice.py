"""The notice on a translation that is behind its original."""

from dataclasses import dataclass

from portal.content.reading.pages import Page
from portal.content.translations.sections import TOP, section_address
from portal.content.translations.status import SectionStatus, Status
from portal.rendering.page_view import PageView
from portal.wording.dates import since
from portal.wording.phrases import phrase


@dataclass(frozen=True)
class Change:
    """A section to look up in the original; without `url` if it is no longer there."""

    title: str
    url: str | None
    language: str
    what: str


@dataclass(frozen=True)
class TranslationNotice:
    """The language of the original, and what has changed there since the translation."""

    original: str
    changes: tuple[Change, ...]


def translation_notice(view: PageView) -> TranslationNotice:
    """The notice of a page; a fallback has no changes."""
    original = view.edition.translations.original(view.path)
    changes = [_change(view, original, section) for section in _behind(view)] if original else []
    return TranslationNotice(view.edition.translations.original_language(view.path), tuple(changes))


def missing_ids(view: PageView) -> set[str]:
    """Ids of sections that are not translated, which the page gets from placeholders."""
    return {section.id for section in _behind(view) if section.status is Status.MISSING}


def _behind(view: PageView) -> list[SectionStatus]:
    return [] if view.is_fallback else view.edition.translations.not_current(view.language, view.path)


def what_changed(section: SectionStatus, language: str) -> str:
    """What has become of a section since it was translated, or that it never was, for readers of a language."""
    if section.status is Status.GONE:
        return phrase("change_gone", language)
    if section.status is Status.MISSING:
        return phrase("section_missing", language)
    if section.since:
        return phrase("section_changed_since", language, date=since(section.since, language))
    return phrase("section_changed", language)


def _change(view: PageView, original: Page, section: SectionStatus) -> Change:
    language, what = view.language, what_changed(section, view.language)
    if section.status is Status.GONE:
        title = view.edition.translations.sections(language, view.path)[section.id].title
        return Change(title or f"#{section.id}", None, language, what)
    url = section_address(view.path, section.id).url(original.language)
    return Change(_title(view, original, section.id), url, original.language, what)


def _title(view: PageView, original: Page, section: str) -> str:
    """The heading of a section in the original, else its first words."""
    found = view.edition.translations.sections(original.language, original.path)[section]
    return original.title if section == TOP else found.title or found.opening
