"""Pages that are made from a template alone, without a file of the texts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment

from portal.addresses import relative_url
from portal.languages import LANGUAGES, NAMES
from portal.rendering.changes import change_notes, comparisons
from portal.rendering.context import Choice, language_attribute, page_context
from portal.rendering.page_view import LanguageEdition
from portal.rendering.theme import adapt_theme


def write_news_lists(folder: Path, site: LanguageEdition, templates: Environment, context: Mapping[str, Any]) -> None:
    """Write the pages of the years and subjects of news in a language; `context` as for `write_page`."""
    for path in site.edition.news_lists:
        view = site.page(path)
        write_page(folder, view.url, site.language, templates, "news-archive.html", {**context, **page_context(view)})


def write_changes(folder: Path, site: LanguageEdition, templates: Environment, context: Mapping[str, Any]) -> None:
    """Write the pages in a language that compare texts with earlier ones; `context` as for `write_page`."""
    for view in (site.page(path) for path in site.edition.originals):
        if view.changes_url:
            others = [site.in_language(code).page(view.path) for code in LANGUAGES]
            facts = {
                "choices": [
                    Choice(each.language, NAMES[each.language], each.changes_url or each.url, True) for each in others
                ],
                "view": view,
                "folder": view.folder,
                "text_language": language_attribute(view),
                "notes": change_notes(view),
                "comparisons": comparisons(view),
            }
            write_page(folder, view.changes_url, site.language, templates, "changes.html", {**context, **facts})


def write_page(
    folder: Path, url: str, language: str, templates: Environment, template: str, context: Mapping[str, Any]
) -> None:
    """Write a page at `url`; the context is what MkDocs gives to a template that is no page, and the page's facts."""
    base = {"page": None, "base_url": relative_url("", url).rstrip("/")}
    file = folder / url / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        adapt_theme(templates.get_template(template).render({**context, **base}), language), encoding="utf-8"
    )
