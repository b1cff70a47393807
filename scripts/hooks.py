"""The events of a MkDocs build, each a call into portal/."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal import console
from portal.addresses import page_path
from portal.content.compilation import check_content, read_content
from portal.content.edition import Edition
from portal.content.problems import Problem, report
from portal.languages import ORIGINAL
from portal.publication.parallel.frames import write_frames
from portal.publication.redirects import write_redirects
from portal.publication.steps import publish
from portal.publication.template_pages import write_changes, write_news_lists
from portal.rendering.article.article import render_article
from portal.rendering.article.markdown_source import markdown_source
from portal.rendering.article.markup_agreement import check_markup
from portal.rendering.article.without_html import WithoutHtml
from portal.rendering.compiled_templates import CompiledTemplates
from portal.rendering.context import page_context, site_context, template_name
from portal.rendering.page_view import LanguageEdition, PageView
from portal.rendering.theme import adapt_theme
from portal.rendering.translation_notice import missing_ids
from portal.wording.line_breaks import no_break

logging.getLogger("mkdocs").setLevel(logging.WARNING)
"""--quiet would hide the warnings at which --strict stops."""
sys.excepthook = console.tell_fault
"""A full disk or a file that may not be written is told in a sentence, wherever MkDocs meets it."""
compiled_templates = CompiledTemplates()
edition: Edition
markup_problems: list[Problem] = []
templates: Environment


def on_config(config: MkDocsConfig) -> None:
    """Read and check the texts once, before the first language is built."""
    global edition
    config.site_url = f"{(config.site_url or '').rstrip('/')}/"
    if not _is_building(config):
        config.markdown_extensions.append(WithoutHtml())
        edition = read_content(Path(config.docs_dir))
        markup_problems.clear()
        if edition.permalinks.baseline.commit is None:
            console.warn("without_git")
        _stop_on_errors(check_content(edition))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out the news whose day has not come, and files that only unpublished news shows."""
    for file in list(files):
        if page_path(file.src_uri.partition("/")[2]) in edition.scheduled or file.src_uri in edition.hidden_files:
            files.remove(file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give the templates the texts and pages of the language being built."""
    global templates
    templates = env
    env.bytecode_cache = compiled_templates
    env.autoescape = True
    env.filters["no_break"] = no_break
    env.globals.update(site_context(_site(config), config.extra["repository"], config.extra["branch"]))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text as it was meant; without its facts, so that MkDocs reads none, even from lines that look like some."""
    read = edition.by_file.get(page.file.src_uri)
    return "\n" + markdown_source(read.markdown) if read else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Choose the template; a withdrawn page has none and no text, for its notice is written with the redirects."""
    if _path(page) in edition.withdrawn:
        page.meta["template"] = "redirects/none.html"
        return ""
    page.meta["template"] = template_name(_path(page))
    return None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if _path(page) in edition.withdrawn:
        # The notice will have these ids, so MkDocs must not warn of links to them.
        page.present_anchor_ids = set(edition.permalinks.by_page[_path(page)])
        return html
    view = _view(page, config)
    if not view.is_fallback:
        markup_problems.extend(check_markup(html, view.shown))
    # Placeholders will have these ids, so MkDocs must not warn of links to them.
    page.present_anchor_ids = (page.present_anchor_ids or set()) | missing_ids(view)
    return render_article(html, view)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    return context if _path(page) in edition.withdrawn else context | page_context(_view(page, config))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return adapt_theme(output, _language(config))


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """Write what has no file of a language in its own pass, with the context of a template that is no page."""
    if template_name == "404.html":
        write_news_lists(Path(config.site_dir), _site(config), templates, context)
        write_changes(Path(config.site_dir), _site(config), templates, context)
        write_redirects(Path(config.site_dir), edition.permalinks, _language(config), templates, context)
        context["in_languages"] = list(_in_languages(config))
        write_frames(Path(config.site_dir), _site(config), templates, context)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep only the Kyrgyz rendering of the trilingual 404 page, and not the sitemap of MkDocs."""
    if template_name == "404.html" and _language(config) == ORIGINAL:
        return adapt_theme(output_content, ORIGINAL)
    return ""


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish, once the last language is built."""
    if not _is_building(config):
        _stop_on_errors(markup_problems)
        _stop_on_errors(publish(Path(config.site_dir), _site_url(config), edition))


def _stop_on_errors(problems: list[Problem]) -> None:
    """Print the problems; stop the build if one of them is an error."""
    if any(not problem.warning for problem in problems):
        raise Abort(report(problems))
    if problems:
        print(report(problems), file=sys.stderr)


def _view(page: Page, config: MkDocsConfig) -> PageView:
    return _site(config).page(_path(page))


def _site(config: MkDocsConfig) -> LanguageEdition:
    return LanguageEdition(edition, _site_url(config), _language(config))


def _path(page: Page) -> str:
    return page_path(str(getattr(page.file, "norm_src_uri", page.file.src_uri)))


def _site_url(config: MkDocsConfig) -> str:
    return config.site_url or "/"


def _language(config: MkDocsConfig) -> str:
    return str(getattr(config.plugins["i18n"], "current_language", ORIGINAL))


def _in_languages(config: MkDocsConfig) -> Iterator[dict[str, Any]]:
    """For the page in three languages, what each gives to its templates, and the names of the site in it."""
    for settings in config.plugins["i18n"].config.languages:
        names = {
            "name": settings.site_name or config.site_name,
            "full_name": settings.site_description or config.site_description,
        }
        yield site_context(_site(config).in_language(settings.locale)) | names


def _is_building(config: MkDocsConfig) -> bool:
    """Whether this is the pass of another language, nested in that of the first."""
    return bool(getattr(config.plugins["i18n"], "building", False))
