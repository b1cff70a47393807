"""What readers are told of the freshness of a page, and the table of all pages."""

from dataclasses import dataclass

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.translations.sections import TOP
from portal.content.translations.status import SectionStatus, Status, original_language, section_statuses
from portal.wording.catalogue import word
from portal.wording.dates import since

BEHIND = (Status.CHANGED, Status.MISSING, Status.GONE)


@dataclass(frozen=True)
class Change:
    """A section that readers should look up in the original; `anchor` is its id where the page has no such section of its own."""

    title: str
    url: str | None
    language: str
    what: str
    anchor: str | None


@dataclass(frozen=True)
class TranslationNotice:
    """What a page says of its original: its language, sections written first in another one, and what has changed there."""

    original: str
    elsewhere: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]


def translation_notice(edition: Edition, path: str, language: str) -> TranslationNotice:
    """What the page shown to readers of a language says; a page shown in the original for want of a translation has no changes."""
    page = edition.pages.get((language, path))
    original = original_language(edition.pages, path)
    if page is None:
        return TranslationNotice(original, (), ())
    found = list(section_statuses(page, edition.pages))
    elsewhere = {section.id: section.original for section in found if section.original != original}
    changes = [_change(edition, path, language, section) for section in found if section.state in BEHIND]
    return TranslationNotice(original, tuple(elsewhere.items()), tuple(changes))


def missing_ids(edition: Edition, path: str, language: str) -> set[str]:
    """Ids that the page lacks, for which a line stands in their place."""
    return {change.anchor for change in translation_notice(edition, path, language).changes if change.anchor}


def _change(edition: Edition, path: str, language: str, section: SectionStatus) -> Change:
    if section.state is Status.GONE:
        own = edition.pages[language, path].sections[section.id]
        return Change(own.title or f"#{section.id}", None, language, word("change_gone", language), None)
    url = page_url(path, section.original) + ("" if section.id == TOP else f"#{section.id}")
    if section.state is Status.MISSING:
        return Change(
            _title(edition, path, section), url, section.original, word("section_missing", language), section.id
        )
    day = edition.since.get((language, path, section.id))
    what = (
        word("section_changed_since", language, date=since(day, language)) if day else word("section_changed", language)
    )
    return Change(_title(edition, path, section), url, section.original, what, None)


def _title(edition: Edition, path: str, section: SectionStatus) -> str:
    """The heading of a section in its original; the first words of one that has none."""
    page = edition.pages[section.original, path]
    own = page.sections[section.id]
    if section.id == TOP:
        return str(page.meta["title"])
    words = " ".join(passage.text.replace("\0", " ") for passage in own.passages).split()
    return own.title or " ".join(words[:6]) + ("…" if len(words) > 6 else "")
