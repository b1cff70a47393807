"""The events of a MkDocs build, each a call into portal/."""

import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal import article, publication, views
from portal.addresses import ORIGINAL, page_path
from portal.compilation import compile_edition
from portal.edition import Edition
from portal.freshness import notice
from portal.permanence import catalogue, frames
from portal.permanence.frames import Frame
from portal.permanence.record import Record
from portal.problems import Problem, report

edition: Edition
record: Record
templates: Environment
shells: dict[str, Frame] = {}


def on_config(config: MkDocsConfig) -> None:
    """Read and check the texts once, before the first language is built."""
    global edition, record
    config.site_url = config.site_url.rstrip("/") + "/"
    if not config.plugins["i18n"].building:
        edition, record, problems = compile_edition(Path(config.docs_dir))
        _tell(problems)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give the templates the words and dates of the language being built."""
    global templates
    templates = env
    env.filters["no_break_years"] = views.no_break_years
    env.globals.update(views.language_context(edition, _language(config)), permalinks=catalogue.context(edition, record, _language(config)))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Choose the template by the page's place."""
    page.meta["template"] = views.template(_path(page))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Dress the text of the page; sections that it lacks get a line in their place."""
    page.present_anchor_ids = (page.present_anchor_ids or set()) | notice.missing_ids(edition, _path(page), _language(config))
    return article.dress(html, edition, record, _path(page), _language(config), config.site_url)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell the template the page's place in the edition."""
    return context | views.page_context(edition, _path(page), _language(config), config.site_url)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the theme's unused parts away."""
    return views.tidy(output, _language(config))


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """Keep the frame of the language for the pages that are made after the build."""
    if template_name == "404.html":
        shells[_language(config)] = frames.render(templates, context, _language(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the Kyrgyz rendering of the one trilingual 404 page, and no sitemap of MkDocs' own."""
    if template_name == "404.html" and _language(config) == ORIGINAL:
        return views.tidy(output_content, ORIGINAL)
    return ""


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish, once the last language is built."""
    if not config.plugins["i18n"].building:
        _tell(publication.publish(Path(config.site_dir), config.site_url, edition, record, shells))


def _tell(problems: list[Problem]) -> None:
    """Show the problems found, and stop the build if one of them is an error."""
    if any(not problem.warning for problem in problems):
        raise Abort(report(problems))
    if problems:
        print(report(problems), file=sys.stderr)


def _language(config: MkDocsConfig) -> str:
    return config.plugins["i18n"].current_language


def _path(page: Page) -> str:
    return page_path(page.file.norm_src_uri)
