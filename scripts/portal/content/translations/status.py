"""The status of each section of a translation: current, behind, missing, or gone from the original."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property, partial

from portal.content.reading.pages import Page
from portal.content.translations.fingerprints import fingerprint, section_fingerprint
from portal.content.translations.history import History
from portal.content.translations.marks import BEHIND, CURRENT, Mark, Marks
from portal.content.translations.sections import Section, section_address, sections_of
from portal.content.translations.spelling import only_spelling
from portal.languages import ORIGINAL
from portal.store import UNKEPT, Results

Key = tuple[str, str]
"""Language and path of a page."""


class Status(Enum):
    CURRENT = "current"
    BEHIND = "behind"
    MISSING = "missing"
    GONE = "gone"


@dataclass(frozen=True)
class SectionStatus:
    id: str
    status: Status
    mark: Mark
    """Which text of the original it follows, as records/translations.txt would keep it."""
    since: date | None = None
    """The day since which it is behind, where that is known."""
    declared: bool = False
    """Whether it would be behind if this change had not edited it."""


@dataclass(frozen=True)
class Translations:
    """The status of all translations; `baseline` has the pages before the change that is being checked."""

    pages: Mapping[Key, Page]
    marks: Marks
    baseline: Mapping[Key, Page]
    history: History | None = None
    results: Results = UNKEPT

    def sections(self, language: str, path: str) -> Mapping[str, Section]:
        """The sections of a page; none where there is no page."""
        if (language, path) not in self._sections:
            page = self.pages.get((language, path))
            self._sections[language, path] = sections_of(page) if page else {}
        return self._sections[language, path]

    def forget_sections(self) -> None:
        self._sections.clear()

    @cached_property
    def _sections(self) -> dict[Key, Mapping[str, Section]]:
        return {}

    @cached_property
    def fingerprints(self) -> Mapping[Key, Mapping[str, str]]:
        return {
            key: self.results.result("fingerprints", page.digest, partial(self._fingerprints, *key))
            for key, page in self.pages.items()
        }

    def _fingerprints(self, language: str, path: str) -> dict[str, str]:
        return {name: fingerprint(section) for name, section in self.sections(language, path).items()}

    @cached_property
    def statuses(self) -> Mapping[Key, tuple[SectionStatus, ...]]:
        """The sections of each translation, in the order of the original; none for an original."""
        return {key: tuple(self._statuses(page)) for key, page in self.pages.items()}

    def not_current(self, language: str, path: str) -> list[SectionStatus]:
        """The sections of a page that are behind, missing or gone; none for an original."""
        return [each for each in self.statuses.get((language, path), ()) if each.status is not Status.CURRENT]

    def original_language(self, path: str) -> str:
        """Kyrgyz, unless the Kyrgyz page names another language that has the page."""
        page = self.pages.get((ORIGINAL, path))
        language = str(page.meta.get("original_language", ORIGINAL)) if page else ORIGINAL
        return language if (language, path) in self.pages else ORIGINAL

    def original(self, path: str) -> Page | None:
        return self.pages.get((self.original_language(path), path))

    def was_translated(self, page: Page, section: str) -> bool:
        """Whether a section that the original lacks once followed a section of it."""
        before = self._before(self.original_language(page.path), page.path)
        return bool(self._marks(page, section)) or (before is not None and section in sections_of(before))

    def _statuses(self, page: Page) -> Iterator[SectionStatus]:
        original = self.original(page.path)
        if original is None or original.language == page.language:
            return
        ours, theirs = (self.fingerprints[each.language, each.path] for each in (page, original))
        for name in theirs:
            yield self._status(page, original, name) if name in ours else SectionStatus(name, Status.MISSING, Mark(""))
        for name in ours:
            if name not in theirs and self.was_translated(page, name):
                own = ours[name]
                last = next(iter(self._marks(page, name)), Mark(BEHIND))
                yield SectionStatus(name, Status.GONE, Mark(last.original, own))

    def _status(self, page: Page, original: Page, name: str) -> SectionStatus:
        own = self.fingerprints[page.language, page.path][name]
        wanted = self.fingerprints[original.language, original.path][name]
        current = SectionStatus(name, Status.CURRENT, Mark(wanted, own))
        marks = [mark for mark in self._marks(page, name) if mark.own in ("", own)]
        by_hand = [mark.original for mark in marks if mark.original in (CURRENT, BEHIND)]
        if by_hand[-1:] == [BEHIND]:
            return SectionStatus(name, Status.BEHIND, Mark(BEHIND, own))
        if by_hand or any(mark.original == wanted for mark in marks):
            return current
        if marks:
            return self._behind(original, name, marks[-1].original, current)
        if self._is_changed(page, name, own):
            declared = self._followed_before(page, original, name) not in ("", wanted)
            return replace(current, declared=declared)
        return self._behind(original, name, self._followed(page, original, name, own) or wanted, current)

    def _behind(self, original: Page, name: str, followed: str, current: SectionStatus) -> SectionStatus:
        """Behind, unless the text that the section follows differs from the original in spelling only."""
        if followed == current.mark.original:
            return current
        since, before = self.history.replaced(original, name, followed) if self.history else (None, None)
        before = before or self._section_before(original, name, followed)
        if before and only_spelling(before, self.sections(original.language, original.path)[name]):
            return current
        return SectionStatus(name, Status.BEHIND, Mark(followed, current.mark.own), since)

    def _section_before(self, original: Page, name: str, followed: str) -> Section | None:
        """The original's section before this change, which a shallow clone has too, if it is the text followed."""
        before = self._before(original.language, original.path)
        section = sections_of(before).get(name) if before else None
        return section if section and fingerprint(section) == followed else None

    def _is_changed(self, page: Page, name: str, own: str) -> bool:
        before = self._before(page.language, page.path)
        return before is not page and (before is None or section_fingerprint(before, name) != own)

    def _followed_before(self, page: Page, original: Page, name: str) -> str:
        """The fingerprint that a section followed before this change; "" for a new section."""
        if marks := self._marks(page, name):
            return marks[-1].original
        before, source = (self._before(each.language, page.path) for each in (page, original))
        own = section_fingerprint(before, name)
        if own is None or source is None:
            return ""
        followed = self.history.followed(page, original, name, own) if self.history else None
        return followed or section_fingerprint(source, name) or ""

    def _followed(self, page: Page, original: Page, name: str, own: str) -> str | None:
        """The fingerprint that a section without a mark follows: the original's when the section last changed."""
        unchanged = self._before(original.language, original.path) is original
        if self.history is None or (unchanged and self.history.unchanged_since(page, original)):
            return None
        return self.history.followed(page, original, name, own)

    def _before(self, language: str, path: str) -> Page | None:
        """A page before this change, even if the change moved it."""
        return next((page for each in self._paths(path) if (page := self.baseline.get((language, each)))), None)

    def _marks(self, page: Page, name: str) -> tuple[Mark, ...]:
        """The marks of a section, kept under the page's path or under one that it had before."""
        keys = ((page.language, section_address(path, name)) for path in self._paths(page.path))
        return next((marks for key in keys if (marks := self.marks.get(key))), ())

    def _paths(self, path: str) -> tuple[str, ...]:
        return (path, *(self.history.former.get(path, ()) if self.history else ()))
