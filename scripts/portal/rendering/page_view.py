"""A page, and the lists of pages, as readers of one language see them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from portal.addresses import Address, page_url, permanent_url
from portal.content import news_lists
from portal.content.changes import changes_url
from portal.content.edition import Edition
from portal.content.page_texts import PageText
from portal.content.parallel import parallel_languages, parallel_url
from portal.content.reading.front_values import ADOPTED, ARCHIVED, DRAFT
from portal.content.reading.pages import Page
from portal.digest import digest
from portal.languages import ORIGINAL
from portal.wording.phrases import phrase, subjects

FOLDERS = ("strategy", "priorities")
"""Folders whose pages are numbered, as chapters or tasks."""
MACHINERY = ("about/links", "status", "edition")
"""Pages on the site itself, which readers seldom need."""
SECTIONS = (*FOLDERS, "news", "about")
"""The sections of the menu."""


@dataclass(frozen=True)
class LanguageEdition:
    """The lists of pages as readers of a language see them."""

    edition: Edition
    site_url: str
    language: str

    def in_language(self, language: str) -> "LanguageEdition":
        if language not in self._in_languages:
            other = replace(self, language=language)
            other.__dict__["_in_languages"] = self._in_languages
            self._in_languages[language] = other
        return self._in_languages[language]

    def page(self, path: str) -> "PageView":
        """The page at a path, made once: what is worked out of it is kept with it."""
        return self._pages.setdefault(path, PageView(self, path))

    @cached_property
    def layout(self) -> str:
        """A hash of what stands around all pages: menu, footer, and the pages that sections begin with."""
        pages = (*self.menu(), *self.for_readers(), *self.about_itself())
        has_status = Address("strategy", "status") in self.edition.permalinks.live
        shown = repr((self.site_url, self.language, has_status, [page.listed for page in pages]))
        return digest(shown)

    @cached_property
    def _pages(self) -> dict[str, "PageView"]:
        return {}

    @cached_property
    def _in_languages(self) -> dict[str, "LanguageEdition"]:
        """This edition and those of other languages, which share them."""
        return {self.language: self}

    def pages(self, paths: Iterable[str]) -> list["PageView"]:
        """The pages at these paths, as far as there are any."""
        return [self.page(path) for path in paths if (ORIGINAL, path) in self.edition.pages]

    def menu(self) -> list["PageView"]:
        """The pages that the sections begin with."""
        return self.pages(SECTIONS)

    def for_readers(self) -> list["PageView"]:
        """The pages for the first group of the footer: outside the menu, for whoever reads the site."""
        apart = ("", *FOLDERS, "news", "search")
        general = (path for path in self.edition.order if path.partition("/")[0] not in apart)
        return self.pages(path for path in general if path not in MACHINERY)

    def about_itself(self) -> list["PageView"]:
        """The pages on the site itself, for the second group of the footer."""
        return self.pages(path for path in self.edition.order if path in MACHINERY)

    def chapters(self, folder: str) -> list["PageView"]:
        """The pages of a folder in reading order, without its index."""
        return [self.page(path) for path in self.edition.chapters.get(folder, ())]

    def contents(self) -> list["PageView"]:
        """All pages in reading order, the news after their index; not the archive."""
        return [self.page(path) for path in self.edition.contents]

    def contents_by_section(self) -> list[tuple[str, list["PageView"]]]:
        """The pages under the keys of their sections in the menu, then those that stand in none."""
        sections: dict[str, list[PageView]] = {name: [] for name in (*SECTIONS, "more_pages")}
        for page in map(self.page, self.edition.overview):
            name = page.path.partition("/")[0]
            sections[name if name in SECTIONS else "more_pages"].append(page)
        return list(sections.items())

    def archive(self, folder: str = "") -> list["PageView"]:
        """The archived pages, of a folder or all."""
        return [self.page(path) for path in self.edition.archive if path.startswith(folder)]

    def news(self) -> list["PageView"]:
        """The news items, newest first."""
        return [self.page(path) for path in self.edition.news]

    def news_years(self) -> list["PageView"]:
        """The pages of the years, newest first."""
        return [self.page(path) for path in self.edition.news_years]

    def news_subjects(self) -> list["PageView"]:
        return [self.page(path) for path in self.edition.news_lists if news_lists.is_subject(path)]


@dataclass(frozen=True)
class PageView:
    """A page as readers of a language see it: in their language, or in Kyrgyz where it is not translated.

    Addresses without a scheme are below the root of the site.
    """

    site: LanguageEdition
    path: str

    @property
    def edition(self) -> Edition:
        return self.site.edition

    @property
    def language(self) -> str:
        return self.site.language

    @cached_property
    def shown(self) -> Page:
        return self.edition.shown(self.path, self.language)

    @property
    def text_language(self) -> str:
        return self.shown.language

    @property
    def is_fallback(self) -> bool:
        return self.text_language != self.language

    @property
    def title(self) -> str:
        return self.shown.title

    @property
    def name(self) -> str:
        """What a list calls the page: its title, which the home page has for its readers alone."""
        return self.title if self.path else phrase("home", self.text_language)

    @property
    def description(self) -> str:
        return str(self.shown.meta.get("description", ""))

    @cached_property
    def listed(self) -> str:
        """All that other pages may show of the page."""
        return repr((self.path, self.url, self.text_language, self.number, self.is_archived, self.shown.meta))

    @property
    def is_generated(self) -> bool:
        """Whether no file has the text: the page lists news."""
        return self.path in self.edition.news_lists

    @property
    def items(self) -> list["PageView"]:
        """The news that the page lists, newest first."""
        return [self.site.page(path) for path in self.edition.news_lists.get(self.path, ())]

    @property
    def subjects(self) -> list["PageView"]:
        """The lists by subject that a news item is in."""
        lists = news_lists.lists_of(self.edition.originals[self.path])
        return [self.site.page(path) for path in lists if news_lists.is_subject(path)]

    @property
    def label(self) -> str:
        """The year or the subject whose news the page lists."""
        name = self.path.rpartition("/")[2]
        return name if news_lists.is_year(self.path) else subjects()[name][self.language]

    @property
    def source(self) -> str:
        """Who published a news item, and when."""
        return str(self.shown.meta.get("source", ""))

    @property
    def status(self) -> str:
        """The status of a chapter, in the archive its last ("draft", "adopted"); empty for other pages."""
        found = str(self.shown.meta.get("status", ""))
        return found if found != ARCHIVED else ADOPTED if self.adopted_by else DRAFT

    @property
    def is_archived(self) -> bool:
        return self.edition.is_archived(self.path)

    @property
    def status_date(self) -> datetime.date | None:
        return self.shown.day("status_date")

    @property
    def adopted_by(self) -> str:
        """The body that adopted a chapter."""
        return str(self.shown.meta.get("adopted_by", ""))

    @property
    def file(self) -> str:
        """The file of the text, from the root of the project."""
        return self.shown.file.as_posix()

    @property
    def url(self) -> str:
        return page_url(self.path, self.language)

    @property
    def parallel_url(self) -> str:
        """The address of its languages side by side; empty for a page that is not shown so."""
        return parallel_url(self.path, self.language) if parallel_languages(self.edition, self.path) else ""

    @property
    def texts(self) -> tuple[PageText, ...]:
        """The text, then those that readers had before, the newest first; none without history."""
        return self.edition.page_texts(self.shown)

    @property
    def earlier_texts(self) -> tuple[PageText, ...]:
        return self.texts[1:]

    @property
    def changes_url(self) -> str:
        """The address at which they are compared with the present text; empty where there are none."""
        return changes_url(self.path, self.language) if self.earlier_texts else ""

    @property
    def root(self) -> str:
        """The relative link to the root of the site: "../../"."""
        return "../" * self.url.count("/") or "./"

    @property
    def folder(self) -> str:
        """The first part of the path."""
        return self.path.partition("/")[0]

    @cached_property
    def number(self) -> int | None:
        """The number of a chapter or task in its folder, from 1; none in the archive."""
        return self.edition.numbers.get(self.path) if self.folder in FOLDERS else None

    @property
    def chapter(self) -> int | None:
        """The number of a chapter of the strategy, with which the numbers of its sections begin."""
        return self.number if self.folder == "strategy" else None

    @property
    def date(self) -> datetime.date | None:
        """The day of a news item."""
        return self.shown.day("date")

    @cached_property
    def page_date(self) -> datetime.date | None:
        """The day of the last change, as far as it is known."""
        return self.edition.page_date(self.shown)

    @property
    def changed(self) -> datetime.date | None:
        """The same, unless it is but the day of a news item."""
        return self.page_date if self.page_date != self.date else None

    def permalink(self, section: str = "") -> str:
        """The link to print and to dictate; it opens the language of whoever follows it."""
        return permanent_url(self.site.site_url, self.path, section)
