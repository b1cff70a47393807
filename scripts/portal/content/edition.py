"""Everything read from the sources, as one value: pages, reading order, permalinks and translations."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from portal.content import news, news_lists
from portal.content.assets.asset import Asset
from portal.content.concordance import Concordance, find_places
from portal.content.page_texts import PageText, PageTexts, read_texts
from portal.content.permalinks.backlinks import Backlink
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.contact import Contact
from portal.content.reading.front_values import ARCHIVED
from portal.content.reading.pages import Page
from portal.content.translations.status import Translations
from portal.languages import ORIGINAL
from portal.store import UNKEPT, Results


@dataclass(frozen=True)
class Edition:
    all_pages: tuple[Page, ...]
    """All that is checked, including pages that claim the address of another, news whose day has not come, and the
    front matter of withdrawn news."""
    pages: Mapping[tuple[str, str], Page]
    """What readers get, by language and path."""
    files: frozenset[str]
    """All files under docs/: "ky/strategy/role.md"."""
    nav: tuple[str, ...] | None
    """Paths as mkdocs.yml lists them; None where it has no list."""
    permalinks: Permalinks
    translations: Translations
    problems: tuple[Problem, ...] = ()
    """What could not be read."""
    backlinks: tuple[Backlink, ...] = ()
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """The pictures, drawings and documents by name: "assets/meeting.jpg"."""
    contact: Contact = field(default_factory=Contact)
    results: Results = UNKEPT
    """Of earlier builds."""

    @cached_property
    def hidden_files(self) -> frozenset[str]:
        """The files under docs/ that only unpublished news shows or links to: "assets/meeting.jpg"."""
        scheduled = (page for page in self.all_pages if page.path in self.scheduled)
        hidden = _files_of((*scheduled, *self.withdrawn.values())) - _files_of(self.pages.values())
        return frozenset(name for name in hidden & self.files if not name.endswith(".md"))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The paths in reading order, without the archived ones."""
        return tuple(path for path in self.nav or () if not self.is_archived(path))

    @cached_property
    def archive(self) -> tuple[str, ...]:
        """The paths of the archived pages: those in `nav` in its order, then the others."""
        nav = self.nav or ()
        archived = filter(self.is_archived, self.originals)
        return tuple(sorted(archived, key=lambda path: (nav.index(path) if path in nav else len(nav), path)))

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        return {page.docs_path: page for page in self.all_pages if page.path not in self.permalinks.withdrawn}

    @cached_property
    def whole(self) -> "Edition":
        """The edition as it will be when the day of all its news has come, for the rules of pages."""
        scheduled = {(page.language, page.path): page for page in self.all_pages if page.path in self.scheduled}
        return replace(self, pages={**scheduled, **self.pages}) if scheduled else self

    @property
    def scheduled(self) -> frozenset[str]:
        """The paths of news items whose day has not come."""
        return self.permalinks.scheduled

    @property
    def withdrawn(self) -> Mapping[str, Page]:
        """The Kyrgyz pages of withdrawn news items, by path."""
        return self.permalinks.withdrawn

    @cached_property
    def originals(self) -> Mapping[str, Page]:
        """The Kyrgyz pages by path."""
        return {path: page for (language, path), page in self.pages.items() if language == ORIGINAL}

    @cached_property
    def first_files(self) -> Mapping[str, str]:
        """For each path the first file that has it, the Kyrgyz one before translations: "strategy/role.md"."""
        return {page.path: page.relative_path for page in reversed(self.all_pages)}

    @cached_property
    def news(self) -> tuple[str, ...]:
        """The paths of the news items, newest first; those of one day by their `order`, then by name."""
        items = sorted((self.originals[path].order, path) for path in self.originals if self._is_item(path))
        return tuple(
            path for _, path in sorted(items, key=lambda item: news.day_of(item[1]) or datetime.date.min, reverse=True)
        )

    @cached_property
    def news_lists(self) -> Mapping[str, tuple[str, ...]]:
        """The items of each year, newest first, then of each subject, by the path of the page that lists them."""
        return news_lists.items_by_list(self.originals, self.news)

    @cached_property
    def news_years(self) -> tuple[str, ...]:
        """The paths of the lists of years, newest first."""
        return tuple(filter(news_lists.is_year, self.news_lists))

    @cached_property
    def contents(self) -> tuple[str, ...]:
        """Every path in reading order, with the news under their index; not the archive."""
        return tuple(each for path in self.order for each in ([path, *self.news] if path == "news" else [path]))

    @cached_property
    def overview(self) -> tuple[str, ...]:
        """The contents with the lists of news for the items of all years but the newest: it does not grow with them."""
        older = [year for year in self.news_years if self.news_lists[year]][1:]
        left_out = {item for year in older for item in self.news_lists[year]}
        found: list[str] = []
        for path in self.order:
            news_items = [item for item in self.news if item not in left_out] if path == news.FOLDER else []
            found += [path, *news_items, *(self.news_lists if news_items else ())]
        return tuple(found)

    @cached_property
    def chapters(self) -> Mapping[str, tuple[str, ...]]:
        """For each folder its pages in reading order, without the index."""
        found: dict[str, list[str]] = {}
        for path in self.order:
            folder = path.partition("/")[0]
            if path != folder:
                found.setdefault(folder, []).append(path)
        return {folder: tuple(pages) for folder, pages in found.items()}

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, str]]:
        """For each chapter, task, news item and year the paths of those before and after it; "" where there is none."""
        rows = (*self.chapters.values(), self.news[::-1], self.news_years[::-1])
        found = ((path, at) for row in rows for path, *at in zip(row, ("", *row), (*row[1:], ""), strict=False))
        return {path: (previous, following) for path, (previous, following) in found}

    @cached_property
    def siblings(self) -> Mapping[str, tuple[str, ...]]:
        """For each folder, inner ones too, the pages in it, in reading order, without the index."""
        found: dict[str, list[str]] = {}
        for path in (path for pages in self.chapters.values() for path in pages):
            found.setdefault(path.rpartition("/")[0], []).append(path)
        return {folder: tuple(pages) for folder, pages in found.items()}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each page in its folder, from 1."""
        return {path: number for pages in self.chapters.values() for number, path in enumerate(pages, 1)}

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """For each path, the pages that name it as their source, in reading order, the archived ones last."""
        found: dict[str, dict[str, None]] = {}
        for path in (*self.contents, *self.archive):
            for source in self.originals[path].based_on:
                if isinstance(source, str):
                    found.setdefault(source.partition("#")[0], {})[path] = None
        return {path: tuple(pages) for path, pages in found.items()}

    @cached_property
    def concordance(self) -> Concordance:
        """Where the terms of the glossary occur: in the strategy and the priorities first, then in the news."""
        first = ("strategy", "priorities", news.FOLDER)
        order = {path: place for place, path in enumerate(self.contents)}

        def rank(path: str) -> tuple[int, int, str]:
            folder = path.partition("/")[0]
            return first.index(folder) if folder in first else len(first), order.get(path, len(order)), path

        paths = sorted((path for path in self.originals if not self.is_archived(path)), key=rank)
        return find_places(self.translations, paths, self.results)

    def _is_item(self, path: str) -> bool:
        return news.is_news(path) and not news_lists.is_news_list(path)

    def is_archived(self, path: str) -> bool:
        """Whether a page is kept only as a record; the Kyrgyz page says so for all languages."""
        original = self.originals.get(path)
        return original is not None and original.meta.get("status") == ARCHIVED

    def shown(self, path: str, language: str) -> Page:
        """The page in a language, or the Kyrgyz one where it is not translated."""
        return self.pages.get((language, path)) or self.pages[ORIGINAL, path]

    def shown_file(self, language: str, relative_path: str) -> str | None:
        """The file within docs/ that readers of a language get: the translation, or else the original."""
        names = (f"{language}/{relative_path}", f"{ORIGINAL}/{relative_path}")
        return next((name for name in names if name in self.files), None)

    @cached_property
    def texts(self) -> PageTexts:
        """The texts that readers have had of each page."""
        history = self.translations.history
        return read_texts(history, self.pages.values()) if history else {}

    def page_texts(self, page: Page) -> tuple[PageText, ...]:
        """The present text of a page, then earlier ones, newest first; none without history."""
        return self.texts.get(page.docs_path, ())

    def page_date(self, page: Page) -> datetime.date | None:
        """The day on which the text last changed; where git knows of no change `updated`, `date` or the first day."""
        texts, updated = self.page_texts(page), page.day("updated")
        if len(texts) > 1:
            return max(texts[0].day, updated or texts[0].day)
        return updated or page.day("date") or (texts[0].day if texts else None)


def _files_of(pages: Collection[Page]) -> set[str]:
    """What pages show or link to, as files within docs/."""
    images = {page.resolve(image.target) for page in pages for image in page.body.images}
    return images | {page.resolve(link.target) for page in pages for link in page.body.links}
