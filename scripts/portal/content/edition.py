"""The whole of the texts as one edition: its pages, their order, and what is known of addresses and translations."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from portal.content.permalinks.backlinks import Backlink
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.translations.status import Translations
from portal.languages import LANGUAGES, ORIGINAL


@dataclass(frozen=True)
class Edition:
    """All that was read; `nav` is None where there is no list in mkdocs.yml, and `problems` has what could not be read."""

    all_pages: tuple[Page, ...]
    """Also those that want the address of another."""
    pages: Mapping[tuple[str, str], Page]
    """By language and path."""
    files: frozenset[str]
    """All files by their names under docs/: "ky/strategy/role.md"."""
    nav: tuple[str, ...] | None
    """Paths in the order of reading."""
    permalinks: Permalinks
    translations: Translations
    problems: tuple[Problem, ...] = ()
    backlinks: tuple[Backlink, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """The paths in the order of reading; empty where there is none."""
        return self.nav or ()

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        """Pages by their name under docs/."""
        return {f"{page.language}/{page.place}": page for page in self.all_pages}

    @cached_property
    def originals(self) -> Mapping[str, Page]:
        """The Kyrgyz pages by path."""
        return {path: page for (language, path), page in self.pages.items() if language == ORIGINAL}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """For each path the first file that has it, the Kyrgyz one before translations."""
        first: dict[str, str] = {}
        for page in self.all_pages:
            first.setdefault(page.path, page.place)
        return first

    @cached_property
    def news_slugs(self) -> Mapping[str, str]:
        """For each slug of a news item the earliest path that has it."""
        first: dict[str, str] = {}
        for path in sorted({path for _, path in self.pages if path.startswith("news/")}):
            first.setdefault(slug(path), path)
        return first

    @cached_property
    def news(self) -> tuple[str, ...]:
        """The paths of the news items, newest first."""
        return tuple(sorted((path for path in self.originals if path.startswith("news/")), reverse=True))

    @cached_property
    def contents(self) -> tuple[str, ...]:
        """Every path in the order of reading, the news under their index."""
        return tuple(each for path in self.order for each in ([path, *self.news] if path == "news" else [path]))

    @cached_property
    def chapters(self) -> Mapping[str, tuple[str, ...]]:
        """For each folder its pages in the order of reading, the index left out."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.order:
            folder = path.partition("/")[0]
            if path != folder:
                found[folder] = (*found.get(folder, ()), path)
        return found

    def shown(self, path: str, language: str) -> Page:
        """The page in a language, or the Kyrgyz one where it is not translated."""
        return self.pages.get((language, path)) or self.pages[ORIGINAL, path]

    def shown_file(self, language: str, place: str) -> str | None:
        """The file that a reader of a language gets for a place: the translation, or else the original."""
        names = (f"{language}/{place}", f"{ORIGINAL}/{place}")
        return next((name for name in names if name in self.files), None)

    def addresses(self) -> list[tuple[str, str]]:
        """Every page in every language as (path, language), translated or not."""
        return [(path, code) for path in self.originals for code in LANGUAGES]

    def chapter_number(self, path: str) -> int | None:
        """The number of a chapter of the strategy, from 1; None for any other page."""
        chapters = self.chapters.get("strategy", ())
        return chapters.index(path) + 1 if path in chapters else None

    def page_date(self, page: Page) -> datetime.date | None:
        """The one date of a page: `updated`, else `date`, else the day of the last commit; None where none is known."""
        history = self.translations.history
        return page.day("updated") or page.day("date") or (history.last_change(page) if history else None)


def slug(path: str) -> str:
    """The words in the name of a news item, its date left out."""
    return PurePosixPath(path).name[11:]
