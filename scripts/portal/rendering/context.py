"""What the templates are given: the template of a page, its place in the edition, words and dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from portal.addresses import page_url, permanent_url
from portal.content.edition import Edition, Entry
from portal.content.reading.pages import Page
from portal.languages import LANGUAGE_WORDS, LANGUAGES, NAMES, ORIGINAL
from portal.rendering import translation_notice
from portal.rendering.article.headings import Place, permalink_control
from portal.rendering.citation import qr_svg
from portal.rendering.translation_table import table_rows, table_totals
from portal.wording.catalogue import speaker, word
from portal.wording.dates import in_words, up_to

YEARS = re.compile(r"\d{4}–\d{4}(-\w+|\s(?:годы|годов|годам|годах)\b)?")
SHEET = Path(__file__).parents[3] / "overrides" / "assets" / "site.css"


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
    special = {
        "": "home.html",
        "search": "search.html",
        "status": "status.html",
        "news": "news.html",
        "strategy": "strategy.html",
        "priorities": "priorities.html",
    }
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
        "take": permalink_control(Place(site_url, edition, path, language)),
        "permanent_url": permanent_url(site_url, path),
        "qr": Markup(qr_svg(permanent_url(site_url, path))),
        "freshness": translation_notice.translation_notice(edition, path, language),
    }
    if path == "status":
        table = table_rows(edition, language)
        context |= {"state_rows": table, "state_totals": table_totals(table)}
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
        "sheet_version": sha256(SHEET.read_bytes()).hexdigest()[:8],
        "home_choices": choices(edition, ""),
        **date_filters,
    }


def no_break_years(text: str) -> Markup:
    """The text with ranges of years kept on one line together with their endings, for titles."""
    return Markup(YEARS.sub(lambda found: f'<span class="nb">{found[0]}</span>', str(escape(text))))
