"""What the templates are given: the template of a page, its place in the edition, words and dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from portal import stylesheet
from portal.addresses import LANGUAGES, ORIGINAL, page_url
from portal.citation import code, permanent_url
from portal.controls import Place, control
from portal.dates import in_words, up_to
from portal.edition import Edition, Entry
from portal.freshness import notice
from portal.pages import Page
from portal.scripts import inline_script
from portal.words import speaker, word

THEME_PARTS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*'
)
"""Switches of the theme's drawer, search and dialog, which nothing here opens."""
THEME_SKIP = re.compile(r'(?<=<div data-md-component="skip">).*?(?=</div>)', re.DOTALL)
YEARS = re.compile(r"\d{4}–\d{4}(-\w+|\s(?:годы|годов|годам|годах)\b)?")
LANGUAGE_WORDS = {"ky": "language_ky", "ru": "language_ru", "en": "language_en"}
NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


@dataclass(frozen=True)
class Choice:
    """A line of the language menu."""

    language: str
    name: str
    url: str
    translated: bool


@dataclass(frozen=True)
class Reference:
    """A page that a text rests on, with the numbers and ids of its paragraphs."""

    entry: Entry
    paragraphs: tuple[tuple[int, str], ...]


def template(path: str) -> str:
    """The name of the template that a page is set in, from its path alone."""
    folder, _, name = path.partition("/")
    special = {"": "home.html", "search": "search.html", "status": "status.html", "news": "news.html", "strategy": "strategy.html", "priorities": "priorities.html"}
    special |= {"about/links": "links.html"}
    items = {"news": "news-item.html", "strategy": "chapter.html", "priorities": "chapter.html"}
    return special.get(path) or (items.get(folder, "page.html") if name else "page.html")


def choices(edition: Edition, path: str) -> list[Choice]:
    """The language menu of a page: the same page in each language, translated or not."""
    return [Choice(code, NAMES[code], page_url(path, code), (code, path) in edition.pages) for code in LANGUAGES]


def references(edition: Edition, page: Page, language: str) -> list[Reference]:
    """The pages that a page names in `source`, as `path#id` lines, gathered by page in the order given."""
    if isinstance(page.meta.get("source", ""), str):
        return []
    named: dict[str, list[tuple[int, str]]] = {}
    for line in page.meta["source"]:
        path, _, identifier = line.partition("#")
        # Numbered as in the original: a translation that is behind may lack some of them.
        ids = [anchor.id for anchor in edition.pages[ORIGINAL, path].anchors]
        named.setdefault(path, []).append((ids.index(identifier) + 1, identifier))
    return [Reference(edition.entry(path, language), tuple(places)) for path, places in named.items()]


def neighbours(chapters: list[Entry], path: str) -> tuple[Entry | None, Entry | None]:
    """The entries before and after a path in a list that holds it."""
    place = [entry.path for entry in chapters].index(path)
    return (chapters[place - 1] if place else None, chapters[place + 1] if place + 1 < len(chapters) else None)


def page_context(edition: Edition, path: str, language: str, site_url: str) -> dict[str, Any]:
    """All that a template needs to know of the page it sets, beside its text."""
    page = edition.shown(path, language)
    folder = path.partition("/")[0]
    context: dict[str, Any] = {
        "path": path,
        "folder": folder,
        "language": language,
        "fallback": page.language != language,
        "text_language": Markup(f' lang="{page.language}"') if page.language != language else "",
        "source_file": page.file.as_posix(),
        "page_date": edition.page_date(page),
        "corrected": corrected(page, language),
        "choices": choices(edition, path),
        "references": references(edition, page, language),
        "permalink_control": control(Place(site_url, edition, path, language)),
        "permanent_url": permanent_url(site_url, path),
        "qr": Markup(code(permanent_url(site_url, path))),
        "freshness": notice.freshness(edition, path, language),
    }
    if path == "status":
        table = notice.rows(edition, language)
        context |= {"state_rows": table, "state_totals": notice.totals(table)}
    chapters = edition.chapters(folder, language) if "/" in path and folder in ("strategy", "priorities") else []
    if chapters:
        previous, following = neighbours(chapters, path)
        number = next(entry.number for entry in chapters if entry.path == path)
        context |= {"chapters": chapters, "number": number, "previous": previous, "following": following}
    return context


def corrected(page: Page, language: str) -> str:
    """What a news item that was corrected after its day says of it: «Исправлено: 5 апреля 2020 г.»; nothing on any other page."""
    day = page.meta.get("updated") if page.path.startswith("news/") else None
    return f"{word('corrected', language)} {in_words(day, language)}" if isinstance(day, date) else ""


def language_context(edition: Edition, language: str) -> dict[str, Any]:
    """What every template of one language is given, the page aside."""
    date_filters: dict[str, Callable[[date], str]] = {
        "in_words": lambda day: in_words(day, language),
        "up_to": lambda day: up_to(day, language),
    }
    return {
        "word": speaker(language),
        "edition": edition,
        "link": lambda path: page_url(path, language),
        "language": language,
        "languages": LANGUAGES,
        "original": ORIGINAL,
        "say": word,
        "language_name": lambda code: word(LANGUAGE_WORDS[code], language),
        "page_url": page_url,
        "inline_script": inline_script,
        "style_sheet_key": stylesheet.cache_key(),
        "home_choices": choices(edition, ""),
        **date_filters,
    }


def no_break_years(text: str) -> Markup:
    """The text with ranges of years kept on one line together with their endings, for titles."""
    return Markup(YEARS.sub(lambda found: f'<span class="nowrap">{found[0]}</span>', str(escape(text))))


def tidy(html: str, language: str) -> str:
    """The page without the theme's parts that need its script, and with a link past the header that leads to the content of every page."""
    link = f'<a href="#_content" class="md-skip">{escape(word("skip", language))}</a>'
    return THEME_SKIP.sub(lambda _: link, THEME_PARTS.sub("", html), count=1)
