"""The whole of the texts as one edition: which pages there are, in which order, and what stands for a translation that is missing."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath

from portal.addresses import page_url
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES, ORIGINAL


@dataclass(frozen=True)
class Entry:
    """One line of a list: a page as it is shown to readers of one language."""

    path: str
    url: str
    title: str
    description: str
    language: str
    """The language of the title: Kyrgyz where there is no translation yet."""
    date: datetime.date | None = None
    number: int | None = None
    """The place among the chapters or tasks of its folder, from 1."""


@dataclass(frozen=True)
class Edition:
    """The pages by (language, path), the order of reading as paths, and the days of last change by file below docs/.

    `since` has the day from which a section of a translation is behind, by (language, path, id), where it is known.
    """

    pages: Mapping[tuple[str, str], Page]
    order: tuple[str, ...]
    changes: Mapping[str, datetime.date]
    since: Mapping[tuple[str, str, str], datetime.date] = field(default_factory=dict)

    def shown(self, path: str, language: str) -> Page:
        """The page in a language, or the Kyrgyz one where it is not translated."""
        return self.pages.get((language, path)) or self.pages[ORIGINAL, path]

    def addresses(self) -> list[tuple[str, str]]:
        """Every page in every language as (path, language), translated or not."""
        return [(path, code) for language, path in self.pages if language == ORIGINAL for code in LANGUAGES]

    def entry(self, path: str, language: str, number: int | None = None) -> Entry:
        """A line for the page in the lists of a language."""
        page = self.shown(path, language)
        meta = page.meta
        return Entry(
            path, page_url(path, language), meta["title"], meta["description"], page.language, meta.get("date"), number
        )

    def some(self, paths: Iterable[str], language: str) -> list[Entry]:
        """Lines for those of the paths that there are pages of."""
        return [self.entry(path, language) for path in paths if (ORIGINAL, path) in self.pages]

    def beside(self, language: str) -> list[Entry]:
        """The pages beside the strategy, the priorities and the news, as the foot of every page lists them."""
        return self.some(
            [path for path in self.order if path.partition("/")[0] not in ("", "strategy", "priorities", "news")],
            language,
        )

    def chapters(self, folder: str, language: str) -> list[Entry]:
        """The pages of a folder in the order of reading, its index left out."""
        paths = [path for path in self.order if path.startswith(f"{folder}/")]
        return [self.entry(path, language, number) for number, path in enumerate(paths, 1)]

    def chapter_number(self, path: str) -> int | None:
        """The number of a chapter of the strategy, from 1; None for any other page."""
        chapters = [entry.path for entry in self.chapters("strategy", ORIGINAL)]
        return chapters.index(path) + 1 if path in chapters else None

    @cached_property
    def news_paths(self) -> tuple[str, ...]:
        """The news items, newest first."""
        return tuple(
            sorted(
                (path for language, path in self.pages if language == ORIGINAL and path.startswith("news/")),
                reverse=True,
            )
        )

    def news(self, language: str) -> list[Entry]:
        """The news items as lines, newest first."""
        return [self.entry(path, language) for path in self.news_paths]

    def news_by_year(self, language: str) -> list[tuple[int, list[Entry]]]:
        """The news items under their years, newest first."""
        return [(year, list(entries)) for year, entries in groupby(self.news(language), lambda entry: entry.date.year)]

    def contents(self, language: str) -> list[Entry]:
        """Every page in the order of reading, the news under their index."""
        paths: list[str] = []
        for path in self.order:
            paths += [path, *self.news_paths] if path == "news" else [path]
        return [self.entry(path, language) for path in paths]

    def page_date(self, page: Page) -> datetime.date | None:
        """The one date of a page: `updated`, else `date`, else the day of the last commit; None where none is known."""
        return page.meta.get("updated") or page.meta.get("date") or self.changes.get(f"{page.language}/{page.place}")


@dataclass(frozen=True)
class Content:
    """The pages that could be read, the names under docs/ of all files ("ky/strategy/role.md"), and the order of reading, if there is one."""

    pages: tuple[Page, ...]
    files: frozenset[str]
    order: tuple[str, ...] | None = None

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        """Pages by their name under docs/."""
        return {f"{page.language}/{page.place}": page for page in self.pages}

    @cached_property
    def by_address(self) -> Mapping[tuple[str, str], Page]:
        """Pages by language and identity."""
        return {(page.language, page.path): page for page in self.pages}

    @cached_property
    def originals(self) -> Mapping[str, Page]:
        """The Kyrgyz pages by identity."""
        return {page.path: page for page in self.pages if page.language == ORIGINAL}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """For each identity the first file that has it, the Kyrgyz one before translations."""
        first: dict[str, str] = {}
        for page in self.pages:
            first.setdefault(page.path, page.place)
        return first

    @cached_property
    def news(self) -> Mapping[str, str]:
        """For each slug of a news item the earliest identity that has it."""
        first: dict[str, str] = {}
        for path in sorted({page.path for page in self.pages if page.path.startswith("news/")}):
            first.setdefault(slug(path), path)
        return first

    def shown(self, language: str, place: str) -> str | None:
        """The file that a reader of a language gets for a place: the translation, or else the original."""
        names = (f"{language}/{place}", f"{ORIGINAL}/{place}")
        return next((name for name in names if name in self.files), None)


def slug(path: str) -> str:
    """The words in the name of a news item, its date left out."""
    return PurePosixPath(path).name[11:]
