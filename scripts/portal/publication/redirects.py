"""Pages for addresses that lead elsewhere: moved, withdrawn, of no language (/go/…), Kyrgyz as people type it (/ky/…)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from portal.addresses import NEUTRAL, Address, page_url, relative_url
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks
from portal.languages import LANGUAGES, NAMES, ORIGINAL
from portal.rendering.context import Choice
from portal.rendering.theme import tidy
from portal.wording.catalogue import word
from portal.wording.dates import in_words

WORDS = {
    "moved": ("moved_title", "moved_text", "moved_sections"),
    "kyrgyz": ("kyrgyz_title", "kyrgyz_text", "kyrgyz_sections"),
}
"""What a redirect says: its title, the words before the link, those before the sections."""


@dataclass(frozen=True)
class Link:
    """A link on one of these pages: its relative address, its title, and the attribute for a title in another language."""

    url: str
    title: str
    lang: Markup = Markup("")  # noqa: RUF009, immutable
    id: str = ""
    language: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The language that it leads to, in that language."""
        return NAMES[self.language]


@dataclass(frozen=True)
class RedirectPage:
    """A page to be rendered in a language; `address` is what was published, and `url` below the root."""

    permalinks: Permalinks
    address: Address
    url: str
    language: str
    template: str = ""
    title: str = ""
    menu_path: str = ""
    """The page that the language menu leads to."""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def link(self, target: Address, language: str, identifier: str = "", note: str = "") -> Link:
        """A link to an address in a language: by its title, or by the one that it had if it was withdrawn."""
        title, title_language = self._title(target, language)
        lang = Markup(f' lang="{title_language}"') if title_language != self.language else Markup("")
        url = relative_url(page_url(target.path, language), self.url) + target.fragment
        return Link(url, title, lang, identifier, language, note)

    def _title(self, target: Address, language: str) -> tuple[str, str]:
        if target in self.permalinks.live:
            return self.permalinks.title(target, language)
        entry = self.permalinks.locked.get(target)
        return (entry.title, ORIGINAL) if entry and entry.title else (word("gone_title", language), language)


def write_redirects(
    folder: Path, permalinks: Permalinks, language: str, templates: Environment, context: Mapping[str, Any]
) -> None:
    """Write those of a language into the built site; `context` is what MkDocs gives to a template that is no page."""
    for page in redirect_pages(permalinks, language):
        menu = [Choice(code, NAMES[code], page_url(page.menu_path, code), translated=True) for code in LANGUAGES]
        facts = {"page": None, "base_url": relative_url("", page.url).rstrip("/"), "choices": menu, "title": page.title}
        html = templates.get_template(f"redirects/{page.template}").render({**context, **facts, **page.facts})
        file = folder / page.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(tidy(html, language), encoding="utf-8")


def redirect_pages(permalinks: Permalinks, language: str) -> Iterator[RedirectPage]:
    """The pages of a language; those of no language, and /ky/…, are Kyrgyz."""
    for path in sorted(permalinks.by_page):
        address = Address(path)
        found = permalinks.resolve(address)
        if isinstance(found, Gone):
            yield _gone(RedirectPage(permalinks, address, page_url(path, language), language), found)
        elif found and found != address:
            yield _redirect(RedirectPage(permalinks, address, page_url(path, language), language), found, "moved")
        if found and language == ORIGINAL:
            target = found if isinstance(found, Address) else address
            url = page_url(path, ORIGINAL)
            yield _redirect(RedirectPage(permalinks, address, f"{ORIGINAL}/{url}", ORIGINAL), target, "kyrgyz")
            yield _neutral(RedirectPage(permalinks, address, NEUTRAL + url, ORIGINAL), target)


def _redirect(page: RedirectPage, target: Address, kind: str) -> RedirectPage:
    title, text, sections_title = (word(key, page.language) for key in WORDS[kind])
    link = page.link(target, page.language)
    facts = {"text": text, "sections_title": sections_title, "target": link, "rows": list(_rows(page))}
    menu_path = page.address.path if kind == "moved" else target.path
    return replace(page, template="redirect.html", title=title, menu_path=menu_path, facts=facts)


def _gone(page: RedirectPage, found: Gone) -> RedirectPage:
    facts = {
        "since": found.since,
        "why": found.reason[page.language],
        "target": page.link(found.alternative, page.language),
        "rows": list(_rows(page)),
    }
    title = word("gone_title", page.language)
    return replace(page, template="gone.html", title=title, menu_path=page.address.path, facts=facts)


def _neutral(page: RedirectPage, target: Address) -> RedirectPage:
    """A page and its sections in every language that has them; the whole page in all three, for each resolves."""
    pages = [page.link(target, code) for code in LANGUAGES]
    sections = ((name, _translations(page, name)) for name in page.permalinks.by_page[page.address.path])
    facts = {"pages": pages, "rows": [{"id": name, "links": links} for name, links in sections if links]}
    return replace(page, template="neutral.html", title=pages[0].title, menu_path=target.path, facts=facts)


def _rows(page: RedirectPage) -> Iterator[Link]:
    """A line per section of a page, leading to where it is now; one that was withdrawn says so."""
    permalinks, language = page.permalinks, page.language
    for name in permalinks.by_page[page.address.path]:
        section = Address(page.address.path, name)
        found = permalinks.resolve(section)
        if isinstance(found, Address):
            yield page.link(found, language, name)
        elif found and page.address in permalinks.redirects.gone:
            yield page.link(section, language, name)
        elif found:
            note = word("section_gone", language, date=in_words(found.since, language), why=found.reason[language])
            yield page.link(found.alternative, language, name, f"{note} ")


def _translations(page: RedirectPage, name: str) -> list[Link]:
    """Links to a section in the languages that have it."""
    section = Address(page.address.path, name)
    found = page.permalinks.resolve(section)
    if isinstance(found, Gone):
        return [page.link(section, code) for code in LANGUAGES]
    return [page.link(found, code) for code in LANGUAGES if page.permalinks.is_translated(found, code)] if found else []
