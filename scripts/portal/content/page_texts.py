"""The texts that readers have had of each page, as git knows them; other typography makes no other text."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from rapidfuzz.distance import Indel

from portal import git
from portal.content.mending.page_records import kept_page
from portal.content.plain_text import Paragraph, read_paragraphs
from portal.content.reading.pages import Page
from portal.content.translations.history import MOST, History
from portal.digest import digest
from portal.git import Commit
from portal.store import Results

KEPT = 5
"""How many earlier texts of a page are told of."""
ALIKE = 0.5
"""How much of a text another file must share to be an earlier version of it, as git itself decides."""


@dataclass(frozen=True)
class PageText:
    """A text of a page, and the day on which readers first had it; its page is read when it is asked for."""

    day: date
    read: Callable[[], Page]
    source: str
    """A hash of what it is read from."""
    same: str
    """A hash of its words: texts with the same one differ in typography at most."""

    @cached_property
    def page(self) -> Page:
        return self.read()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return read_paragraphs(self.page)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for paragraph in self.paragraphs for word in paragraph.compared)


PageTexts = Mapping[str, tuple[PageText, ...]]
"""By the page's file below docs/, newest first: the present text, then those of days before it; see `read_texts`."""


def read_texts(history: History, pages: Iterable[Page]) -> PageTexts:
    """The texts of pages, read from git in as many processes as the page with most versions has, not one per page.

    Of one day there is only the last text. Without history a page has none.
    """
    readings = [_Reading(page, versions, history.results) for page in pages if (versions := history.versions(page))]
    for number in range(MOST):
        waiting = [reading for reading in readings if reading.needs(number)]
        names = [f"{commit.id}:./docs/{name}" for commit, name in (reading.versions[number] for reading in waiting)]
        for reading, data in zip(waiting, git.contents(history.root, names), strict=True):
            reading.read(*reading.versions[number], data)
    return {reading.page.docs_path: tuple(reading.kept()[: KEPT + 1]) for reading in readings}


@dataclass
class _Reading:
    """How far the versions of a page are read; the last of the texts found may prove to be older yet."""

    page: Page
    versions: Sequence[tuple[Commit, str]]
    results: Results
    found: list[PageText] = field(default_factory=list)
    last: bytes = b""
    """The version read last, without spaces, so that most need not be parsed."""

    def __post_init__(self) -> None:
        page, same = self.page, ""
        if len(self.versions) > 1:
            same = self.results.result("same text", page.digest, lambda: _hash_of_words(page))
            self.last = _bare(page.text.encode("utf-8", "surrogatepass"))
        self.found.append(PageText(self.versions[0][0].day, lambda: page, page.digest, same))

    def needs(self, number: int) -> bool:
        return 1 < len(self.versions) > number and len(self.kept()) <= KEPT + 1

    def read(self, commit: Commit, name: str, data: bytes | None) -> None:
        if data is None:
            return
        newer, bare = self.found[-1], _bare(data)
        if bare != self.last:
            read = partial(_read, self.page.file, data, self.results)
            source = digest(os.fsencode(self.page.file) + b"\0" + data)
            same = self.results.result("same text", source, lambda: _hash_of_words(read()))
            if not same:
                return  # A broken state was never published.
            text = PageText(commit.day, read, source, same)  # type: ignore[arg-type]
            if name != self.page.docs_path and not self._is_earlier(text, newer):
                return
            self.last = bare
            if text.same != newer.same:
                self.found.append(text)
                return
        self.found[-1] = replace(newer, day=commit.day)

    def _is_earlier(self, text: PageText, newer: PageText) -> bool:
        """Whether a text from another file is alike enough to be one of this page."""
        return self.results.result(
            "alike",
            text.source + newer.source,
            lambda: bool(Indel.normalized_similarity(text.words, newer.words) >= ALIKE),
        )

    def kept(self) -> list[PageText]:
        """The present text, and of each earlier day the last one, unless it is the present one again."""
        kept, day = self.found[:1], self.found[0].day
        for text in self.found[1:]:
            if text.day < day and text.same != self.found[0].same:
                kept.append(text)
            day = min(day, text.day)
        return kept


def _read(file: Path, data: bytes, results: Results) -> Page | None:
    """A version of a page; None for one with errors."""
    page, problems = kept_page(file, data, results)
    return None if any(not problem.warning for problem in problems) else page


def _hash_of_words(page: Page | None) -> str:
    """Of the words as they are compared; empty where there is no page."""
    paragraphs = read_paragraphs(page) if page else ()
    words = (word for paragraph in paragraphs for word in paragraph.compared)
    return digest("\0".join(words)) if page else ""


def _bare(data: bytes) -> bytes:
    return b"".join(data.split())
