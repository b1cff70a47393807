"""Redirect pages: for moved, withdrawn, neutral (/go/…) addresses, and for Kyrgyz ones as people type them (/ky/…)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from portal.addresses import NEUTRAL, Address, page_url, relative_url
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks
from portal.languages import LANGUAGES, NAMES, ORIGINAL
from portal.publication.site_files import write_page
from portal.publication.template_pages import render_page
from portal.rendering.context import Choice
from portal.rendering.dependencies import in_all_languages
from portal.rendering.gone_note import gone_note
from portal.rendering.page_view import LanguageEdition
from portal.wording.phrases import phrase

MOVED = ("moved_title", "moved_text", "moved_sections")
KYRGYZ = ("kyrgyz_title", "kyrgyz_text", "kyrgyz_sections")
"""The texts of a redirect: its title, the words before the link and those before the sections."""


@dataclass(frozen=True)
class Link:
    """A link on a redirect page; `lang` is the HTML attribute of a title in another language than the page's."""

    url: str
    title: str
    lang: Markup
    language: str
    id: str
    note: str

    @property
    def name(self) -> str:
        """The name of its language, in that language."""
        return NAMES[self.language]


@dataclass(frozen=True)
class RedirectPage:
    """A page to be rendered at `url` from a template; its language menu leads to `menu_path`."""

    url: str
    language: str
    template: str
    title: str
    menu_path: str
    facts: Mapping[str, Any]


def write_redirects(folder: Path, site: LanguageEdition, templates: Environment, context: Mapping[str, Any]) -> None:
    """Write those of a language into the built site; `context` is what MkDocs gives to a template that is no page."""
    for page in redirect_pages(site.edition.permalinks, site.language):
        menu = [Choice(code, NAMES[code], page_url(page.menu_path, code), translated=True) for code in LANGUAGES]
        facts = {**context, "choices": menu, "title": page.title, **page.facts}
        shared = in_all_languages(site, page.facts["shared_path"]) if "shared_path" in page.facts else []
        depends_on = repr((page, shared))
        html = render_page(page.url, site, templates, f"redirects/{page.template}", facts, depends_on)
        write_page(folder, page.url, html)


def redirect_pages(permalinks: Permalinks, language: str) -> Iterator[RedirectPage]:
    """The pages of a language; the neutral ones and /ky/… belong to Kyrgyz."""
    for path in sorted(permalinks.by_page):
        source = Source(permalinks, Address(path), page_url(path, language), language)
        found = permalinks.resolve(source.address)
        if isinstance(found, Gone):
            yield source.gone_page(found)
        elif found and found != source.address:
            yield source.redirect(found, MOVED, path)
        if found and language == ORIGINAL:
            target = found if isinstance(found, Address) else source.address
            yield replace(source, url=f"{ORIGINAL}/{source.url}").redirect(target, KYRGYZ, target.path)
            yield replace(source, url=NEUTRAL + source.url).neutral_page(target)


@dataclass(frozen=True)
class Source:
    """The address of a published page, and the redirect page at `url` that leads on from it."""

    permalinks: Permalinks
    address: Address
    url: str
    language: str

    def redirect(self, target: Address, texts: tuple[str, str, str], menu_path: str) -> RedirectPage:
        title, text, sections_title = (phrase(key, self.language) for key in texts)
        link = self._link(target, self.language)
        facts = {"text": text, "sections_title": sections_title, "target": link, "rows": list(self._sections())}
        return RedirectPage(self.url, self.language, "redirect.html", title, menu_path, facts | self._shared(target))

    def gone_page(self, gone: Gone) -> RedirectPage:
        link = self._link(gone.alternative, self.language)
        why, why_language = gone.reason_in(self.language)
        facts = {"since": gone.since, "why": why, "why_language": why_language, "target": link, "ids": self._ids}
        title = phrase("gone_title", self.language)
        return RedirectPage(self.url, self.language, "gone.html", title, self.address.path, facts)

    def neutral_page(self, target: Address) -> RedirectPage:
        """The page in all languages, since each resolves, and its sections in those that have them."""
        pages = [self._link(target, code) for code in LANGUAGES]
        sections = [(name, self._translations(name)) for name in self._ids]
        facts = {"pages": pages, "rows": [{"id": name, "links": links} for name, links in sections if links]}
        facts |= self._shared(target, shared_url=self.url)
        return RedirectPage(self.url, self.language, "neutral.html", pages[0].title, target.path, facts)

    @property
    def _ids(self) -> tuple[str, ...]:
        return self.permalinks.by_page[self.address.path]

    def _shared(self, target: Address, **facts: str) -> dict[str, str]:
        """The page that is shown where the address is shared; none if it is withdrawn."""
        return {"shared_path": target.path, **facts} if target.page in self.permalinks.live else {}

    def _sections(self) -> Iterator[Link]:
        """A link for each section of the page, to where it is now; one that was withdrawn alone has a note."""
        language = self.language
        for name in self._ids:
            section = Address(self.address.path, name)
            found = self.permalinks.resolve(section)
            if isinstance(found, Address):
                yield self._link(found, language, name)
            elif found:
                yield self._link(found.alternative, language, name, gone_note(found, language) + " ")

    def _translations(self, name: str) -> list[Link]:
        """Links to a section in the languages that have it."""
        section = Address(self.address.path, name)
        found = self.permalinks.resolve(section)
        if isinstance(found, Gone):
            return [self._link(section, code) for code in LANGUAGES]
        if found is None:
            return []
        return [self._link(found, code) for code in LANGUAGES if self.permalinks.is_translated(found, code)]

    def _link(self, target: Address, language: str, identifier: str = "", note: str = "") -> Link:
        title, title_language = self._title(target, language)
        lang = Markup(f' lang="{title_language}"') if title_language != self.language else Markup("")
        url = relative_url(page_url(target.path, language), self.url) + target.fragment
        return Link(url, title, lang, language, identifier, note)

    def _title(self, target: Address, language: str) -> tuple[str, str]:
        """The title of an address and its language; of what was withdrawn only a section keeps its title."""
        if target in self.permalinks.live:
            return self.permalinks.title(target, language)
        entry = self.permalinks.locked.get(target) if target.page in self.permalinks.live else None
        return (entry.title, ORIGINAL) if entry and entry.title else (phrase("gone_title", language), language)
