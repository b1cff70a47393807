"""The variables of the templates."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from portal.addresses import Address, page_url
from portal.content import news
from portal.content.edition import Edition
from portal.languages import LANGUAGE_WORDS, LANGUAGES, NAMES, ORIGINAL
from portal.rendering.built_from import built_from
from portal.rendering.contact import contact_lines, report_link
from portal.rendering.content_policy import REFERRER
from portal.rendering.page_assets import inline_script, style_sheet_key
from portal.rendering.page_view import FOLDERS, LanguageEdition, PageView
from portal.rendering.permalink_control import breakable, permalink_control, qr_code
from portal.rendering.permalink_list import PermalinkList
from portal.rendering.repository import RepositoryLinks
from portal.rendering.share import share_of
from portal.rendering.site_feeds import FEEDS, feed_url
from portal.rendering.sources import dependents, news_basis, references
from portal.rendering.structured_data import structured_data
from portal.rendering.translation_notice import translation_notice
from portal.rendering.translation_table import unfinished_rows
from portal.wording.dates import in_words, up_to
from portal.wording.phrases import html_phrase, phrase

TEMPLATES = {
    "": "home.html",
    "search": "search.html",
    "status": "status.html",
    "contact": "contact.html",
    "news": "news.html",
    "strategy": "strategy.html",
    "priorities": "priorities.html",
    "about/links": "links.html",
    "about/linking": "linking.html",
    "about/contributing": "contributing.html",
    "about/follow": "follow.html",
    "edition": "edition.html",
}
"""The template of a page by its path; for other pages the folder decides."""
FEW, NEAR = 12, 20
"""How many chapters a page shows all of, and of more, how many before and after it."""
FOLDER_TEMPLATES = {"news": "news-item.html", "strategy": "chapter.html", "priorities": "chapter.html"}


@dataclass(frozen=True)
class Choice:
    """An entry of the language menu."""

    language: str
    name: str
    url: str
    translated: bool


def template_name(path: str) -> str:
    folder = path.rpartition("/")[0].partition("/")[0]
    return TEMPLATES.get(path) or FOLDER_TEMPLATES.get(folder, "page.html")


def site_context(site: LanguageEdition, repository: str = "", branch: str = "") -> dict[str, Any]:
    """The variables of every template of a language; those of the repository only where it is known."""
    language, contact = site.language, site.edition.contact
    links = RepositoryLinks(repository, branch, site) if repository else None
    return {
        "site": site,
        "language": language,
        "languages": LANGUAGES,
        "original": ORIGINAL,
        "phrase": lambda key, **values: phrase(key, language, **values),
        "phrase_in": phrase,
        "html_phrase": lambda key, **values: html_phrase(key, language, **values),
        "language_name": lambda code: phrase(LANGUAGE_WORDS[code], language),
        "in_words": lambda day: in_words(day, language),
        "up_to": lambda day: up_to(day, language),
        "link": lambda path: page_url(path, language),
        "page_url": page_url,
        "inline_script": inline_script,
        "feeds": FEEDS,
        "feed_url": lambda name: feed_url(name, language),
        "home_choices": language_menu(site.edition, ""),
        "news_basis": news_basis,
        "has_status_section": Address("strategy", "status") in site.edition.permalinks.live,
        "breakable": breakable,
        "permalink_list": PermalinkList(site.edition, language),
        "share_of": share_of,
        "style_sheet_key": style_sheet_key(),
        "referrer": REFERRER,
        "repository": links,
        "contact_lines": contact_lines(contact, language),
        "report_link": lambda view: report_link(view, contact, links),
    }


def page_context(view: PageView) -> dict[str, Any]:
    """The variables of the template of a page."""
    text_language = language_attribute(view)
    context: dict[str, Any] = {
        "view": view,
        "path": view.path,
        "folder": view.folder,
        "text_language": text_language,
        "adopted_by": adopted_by(view),
        "corrected": corrected(view),
        "choices": language_menu(view.edition, view.path),
        "references": references(view),
        "dependents": dependents(view),
        "permalink_control": permalink_control(view),
        "structured_data": "" if view.is_fallback else structured_data(view),
        "qr": qr_code(view),
        "translation_notice": translation_notice(view),
    }
    if view.path == "status":
        context |= {"status_rows": unfinished_rows(view.site), "status_count": len(view.edition.contents)}
    if view.path == "edition":
        context["built_from"] = built_from()
    if view.number:
        context |= {"chapters": nearby_chapters(view), "chapter_count": len(view.edition.chapters[view.folder])}
    return context | neighbours(view)


def nearby_chapters(view: PageView) -> list[PageView]:
    """All chapters or tasks where they are few; else those in the folder of a page, as far as they are near."""
    row = view.edition.chapters[view.folder]
    if len(row) > FEW:
        row = view.edition.siblings[view.path.rpartition("/")[0]]
        first = max(0, min(row.index(view.path) - NEAR, len(row) - 2 * NEAR - 1))
        row = row[first : first + 2 * NEAR + 1]
    return [view.site.page(path) for path in row]


def neighbours(view: PageView) -> dict[str, PageView | None]:
    """The chapters, tasks, news items or years before and after a page, as far as there are any."""
    is_in_row = view.folder in (*FOLDERS, news.FOLDER)
    previous, following = view.edition.neighbours.get(view.path, ("", "")) if is_in_row else ("", "")
    return {
        "previous": view.site.page(previous) if previous else None,
        "following": view.site.page(following) if following else None,
    }


def language_attribute(view: PageView) -> str:
    """The attribute of what is written in the language of the text, if that is not the reader's."""
    return Markup(' lang="{}"').format(view.text_language) if view.is_fallback else ""


def adopted_by(view: PageView) -> Markup:
    return Markup("<span{}>{}</span>").format(language_attribute(view), view.adopted_by)


def language_menu(edition: Edition, path: str) -> list[Choice]:
    return [Choice(code, NAMES[code], page_url(path, code), (code, path) in edition.pages) for code in LANGUAGES]


def corrected(view: PageView) -> str:
    """The note on a news item that was corrected later («Исправлено: 5 апреля 2020 г.»); else empty."""
    day = view.shown.day("updated") if view.path.startswith("news/") else None
    return f"{phrase('corrected', view.language)} {in_words(day, view.language)}" if day else ""
