"""The feeds of each language: the news, and the changes of the strategy and the priorities.

A page is in the feed of a language once it can be read in that language: an entry that turned from Kyrgyz into
Russian later would not be shown as new, so nobody would learn of the translation.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from markupsafe import Markup

from portal.addresses import Address, page_url
from portal.clock import today
from portal.content.news import FOLDER, day_of
from portal.content.permalinks.redirects_file import Gone
from portal.languages import LANGUAGES
from portal.publication.discovery.atom import MEDIA_TYPE, Entry, Feed, Link, feed_xml
from portal.publication.discovery.entry_content import read_entry_content
from portal.publication.discovery.entry_ids import first_path, tag
from portal.rendering.changes import ChangeNote, latest_note
from portal.rendering.page_view import FOLDERS, LanguageEdition, PageView
from portal.rendering.site_feeds import FEEDS, feed_url
from portal.wording.dates import in_words
from portal.wording.phrases import phrase

MOST = 30
"""No more entries are in a feed, so that it does not grow with the archive."""


def write_feeds(folder: Path, site: LanguageEdition) -> None:
    """Write the feeds of all languages into the built site, whose pages are whole."""
    for language in LANGUAGES:
        for name in FEEDS:
            feed = FeedOf(folder, site.in_language(language), name).feed()
            (folder / feed_url(name, language)).write_bytes(feed_xml(feed))


@dataclass(frozen=True)
class FeedOf:
    """The feed called `name` of a language; `folder` has the built pages."""

    folder: Path
    site: LanguageEdition
    name: str

    @property
    def language(self) -> str:
        return self.site.language

    def feed(self) -> Feed:
        # Sorting keeps those of one day in the order of the site.
        candidates = sorted(itertools.chain(self._pages(), self._withdrawn()), key=lambda each: each[0], reverse=True)
        entries = tuple(make() for _, make in candidates[:MOST])
        author = phrase("cite_union", self.language)
        title = f"{phrase(FEEDS[self.name].title, self.language)} {phrase('dash', self.language)} {author}"
        updated = max((entry.updated for entry in entries), default=today())
        return Feed(tag(self.language, self.name), self.language, title, author, updated, self._feed_links(), entries)

    def _pages(self) -> Iterator[tuple[date, Callable[[], Entry]]]:
        """The days of the entries for pages, and how to make them."""
        edition = self.site.edition
        chapters = (path for path in (*edition.order, *edition.archive) if path.partition("/")[0] in FOLDERS)
        for path in edition.news if self.name == FOLDER else chapters:
            view = self.site.page(path)
            day = view.date if self.name == FOLDER else view.page_date
            if day and not view.is_fallback:
                yield day, partial(self._entry, view, day)

    def _withdrawn(self) -> Iterator[tuple[date, Callable[[], Entry]]]:
        for address, gone in self.site.edition.permalinks.gone.items():
            is_ours = day_of(address.path) if self.name == FOLDER else address.path.partition("/")[0] in FOLDERS
            if is_ours and not address.id:
                yield gone.since, partial(self._notice, address, gone)

    def _entry(self, view: PageView, day: date) -> Entry:
        content, photographs = read_entry_content(self.folder, self.site.site_url, view.url, self.site.edition.results)
        name = tag(self.language, first_path(self.site.edition.permalinks, view.path))
        languages = [code for code in LANGUAGES if (code, view.path) in view.edition.pages]
        links = (*self._links(view.path, languages), *photographs)
        if self.name == FOLDER:
            subjects = tuple((subject.path.rpartition("/")[2], subject.label) for subject in view.subjects)
            updated = view.shown.day("updated") or day
            return Entry(name, view.title, day, updated, content, links, view.description, subjects)
        note = latest_note(view) or ChangeNote(day, _since("page_date", day, self.language), self.language)
        language = note.language if note.language != self.language else ""
        return Entry(f"{name}/{day}", view.title, day, day, content, links, note.text, summary_language=language)

    def _notice(self, address: Address, gone: Gone) -> Entry:
        """What the page at a withdrawn address says too."""
        permalinks, language = self.site.edition.permalinks, self.language
        why, why_language = gone.reason_in(language)
        paragraph = Markup('<p>{}</p><p lang="{}">{}</p>')
        content = paragraph.format(_since("gone_since", gone.since, language), why_language, why)
        if gone.alternative in permalinks.live:
            title, title_language = permalinks.title(gone.alternative, language)
            link = Markup('<p>{} <a href="{}" lang="{}">{}</a></p>')
            url = self.site.site_url + gone.alternative.url(language)
            content += link.format(phrase("gone_see", language), url, title_language, title)
        return Entry(
            id=tag(language, first_path(permalinks, address.path)),
            title=phrase("gone_title", language),
            published=day_of(address.path) or gone.since,
            updated=gone.since,
            content=content,
            links=self._links(address.path, LANGUAGES),
        )

    def _links(self, path: str, languages: Sequence[str]) -> tuple[Link, ...]:
        """The page in this language first and last, for some readers take the first link, others the last."""
        others = [code for code in languages if code != self.language]
        urls = {code: self.site.site_url + page_url(path, code) for code in (*others, self.language)}
        return Link(urls[self.language]), *(Link(url, hreflang=code) for code, url in urls.items())

    def _feed_links(self) -> tuple[Link, ...]:
        urls = {code: self.site.site_url + feed_url(self.name, code) for code in LANGUAGES}
        others = [Link(url, type=MEDIA_TYPE, hreflang=code) for code, url in urls.items() if code != self.language]
        page = Link(self.site.site_url + page_url(FEEDS[self.name].page, self.language))
        return Link(urls[self.language], "self", MEDIA_TYPE), page, *others


def _since(key: str, day: date, language: str) -> str:
    return f"{phrase(key, language)} {in_words(day, language)}"
