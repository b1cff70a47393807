"""Pages that are made from a template alone, without a file of the texts."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from portal.addresses import relative_url
from portal.languages import LANGUAGES, NAMES
from portal.publication.site_files import write_page
from portal.rendering.changes import change_notes, comparisons
from portal.rendering.context import Choice, language_attribute, page_context
from portal.rendering.dependencies import page_of
from portal.rendering.page_view import LanguageEdition
from portal.rendering.theme import adapt_theme

NEWS_LIST = "news-archive.html"


def write_news_lists(folder: Path, site: LanguageEdition, templates: Environment, context: Mapping[str, Any]) -> None:
    """Write the pages of the years and subjects of news in a language; `context` as for `render_page`."""
    for path in site.edition.news_lists:
        view = site.page(path)
        facts, items = page_context(view), repr([item.listed for item in view.items])
        depends_on = page_of(view, NEWS_LIST, facts, items, [])
        html = render_page(view.url, site, templates, NEWS_LIST, {**context, **facts}, depends_on)
        write_page(folder, view.url, html)


def write_changes(folder: Path, site: LanguageEdition, templates: Environment, context: Mapping[str, Any]) -> None:
    """Write the pages in a language that compare texts with earlier ones; `context` as for `render_page`."""
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
                "notes": partial(change_notes, view),
                "comparisons": partial(comparisons, view),
            }
            texts = [[(text.day, text.source) for text in each.texts] for each in others]
            depends_on = repr((view.listed, view.page_date, facts["choices"], texts))
            html = render_page(view.changes_url, site, templates, "changes.html", {**context, **facts}, depends_on)
            write_page(folder, view.changes_url, html)


def render_page(
    url: str,
    site: LanguageEdition,
    templates: Environment,
    template: str,
    context: Mapping[str, Any],
    depends_on: str,
) -> str:
    """The HTML of a page at `url`, which is kept by `depends_on`: all that it depends on beside the layout.

    The context is what MkDocs gives to a template that is no page, and the page's facts.
    """
    base = {"page": None, "base_url": relative_url("", url).rstrip("/")}

    def work() -> str:
        return adapt_theme(templates.get_template(template).render({**context, **base}), site.language)

    key = repr((template, url, site.layout, depends_on))
    return site.edition.results.result("template page", key, work)
