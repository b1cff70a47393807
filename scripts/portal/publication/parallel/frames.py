"""What stands around the rows: rendered in the pass of each language, before those of the others are built."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment

from portal.content.parallel import parallel_languages, parallel_paths, parallel_url
from portal.languages import LANGUAGES, NAMES
from portal.publication.template_pages import render_page
from portal.rendering.context import Choice, adopted_by
from portal.rendering.page_view import LanguageEdition
from portal.rendering.sources import news_basis


def render_frames(
    site: LanguageEdition, templates: Environment, context: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """The address and the HTML of those of a language; `context` is what MkDocs gives to a template that is no page."""
    for path in parallel_paths(site.edition):
        view, url = site.page(path), parallel_url(path, site.language)
        facts = {
            "choices": [Choice(code, NAMES[code], parallel_url(path, code), translated=True) for code in LANGUAGES],
            "view": view,
            "adopted_by": adopted_by(view),
            "folder": view.folder,
            "shown": [Choice(code, NAMES[code], "", True) for code in parallel_languages(site.edition, path)],
        }
        item = news_basis(view)
        depends_on = repr((view.listed, facts["shown"], item and item.listed))
        yield url, render_page(url, site, templates, "parallel.html", {**context, **facts}, depends_on)
