"""The events of a MkDocs build, each a call into portal/."""

import logging
import sys
from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.theme import Theme

from portal import console
from portal.addresses import page_path
from portal.content.compilation import check_content, read_content
from portal.content.edition import Edition
from portal.content.glossary import GLOSSARY
from portal.content.problems import Problem, report
from portal.languages import ORIGINAL
from portal.publication.parallel.frames import render_frames
from portal.publication.redirects import write_redirects
from portal.publication.site_files import write_file
from portal.publication.steps import publish
from portal.publication.template_pages import write_changes, write_news_lists
from portal.rendering.article.article import render_article
from portal.rendering.article.markdown_source import markdown_source
from portal.rendering.article.markup_agreement import check_markup
from portal.rendering.article.without_html import WithoutHtml
from portal.rendering.compiled_templates import COMPILED, UsedTemplates
from portal.rendering.context import page_context, site_context, template_name
from portal.rendering.dependencies import OWN, article_of, page_of
from portal.rendering.page_view import LanguageEdition, PageView
from portal.rendering.theme import adapt_theme
from portal.rendering.translation_notice import missing_ids
from portal.store import Store
from portal.wording.line_breaks import no_break

logging.getLogger("mkdocs").setLevel(logging.WARNING)
"""--quiet would hide the warnings at which --strict stops."""
sys.excepthook = console.tell_fault
"""A full disk or a file that may not be written is told in a sentence, wherever MkDocs meets it."""
edition: Edition
site: LanguageEdition
store: Store
markup_problems: list[Problem] = []
articles: dict[str, tuple[str, Callable[[], str]]] = {}
"""What the article at each address depends on, and what gives it: only a page that is made anew needs it."""
frames: dict[str, str] = {}
"""The pages with languages side by side, by address, without their rows."""
templates: Environment


def on_config(config: MkDocsConfig) -> None:
    """Read and check the texts once, before the first language is built."""
    global edition, site, store
    config.theme.get_env = partial(_environment, config.theme)  # type: ignore[method-assign]
    config.site_url = f"{(config.site_url or '').rstrip('/')}/"
    if not _is_building(config):
        config.markdown_extensions.append(WithoutHtml())
        store = Store(Path(config.docs_dir).parent)
        edition = read_content(Path(config.docs_dir), store)
        markup_problems.clear()
        frames.clear()
        site = LanguageEdition(edition, _site_url(config), ORIGINAL)
        if edition.permalinks.baseline.commit is None:
            console.warn("without_git")
        _stop_on_errors(check_content(edition, find_terms=True))


def _environment(theme: Theme) -> Environment:
    """The theme's own, which looks at no template twice, and through no icons and unused assets for each language."""
    env = Theme.get_env(theme)
    env.loader = UsedTemplates(theme.dirs)
    env.auto_reload = False
    return env


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out the news whose day has not come, and files that only unpublished news shows."""
    for file in list(files):
        if page_path(file.src_uri.partition("/")[2]) in edition.scheduled or file.src_uri in edition.hidden_files:
            files.remove(file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give the templates the texts and pages of the language being built."""
    global templates
    templates = env
    env.bytecode_cache = COMPILED
    env.autoescape = True
    env.filters["no_break"] = no_break
    env.globals.update(site_context(_site(config), config.extra["repository"], config.extra["branch"]))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text as it was meant; without its facts, so that MkDocs reads none, even from lines that look like some."""
    read = edition.by_file.get(page.file.src_uri)
    return f"\n{read.markdown}" if read else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Choose the template; a withdrawn page has none and no text, for its notice is written with the redirects."""
    if _path(page) in edition.withdrawn:
        page.meta["template"] = "redirects/none.html"
        return ""
    page.meta["template"] = "whole.html"
    page.render = partial(_render, page)  # type: ignore[method-assign]
    return None


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Put what MkDocs knows of the article into the page, from an earlier build where nothing changed."""
    view = _view(page, config)
    targets = _targets(view, files)
    render = partial(_rendered, page, view, config, files)
    # What MkDocs warns of is told in every build.
    if None in targets or view.path == GLOSSARY:
        article, found = render()
        articles[page.url] = "", lambda: article
    else:
        depends_on = article_of(view, targets)
        found = store.result("article facts", depends_on, lambda: _keep_article(depends_on, *render()))
        articles[page.url] = depends_on, lambda: store.result("article", depends_on, lambda: render()[0])
    if found["doubtful"]:
        markup_problems.extend(check_markup(found["doubtful"], view.shown))
    page.content, page.toc = "", get_toc(found["contents"])
    # Placeholders will have these ids, so MkDocs must not warn of links to them.
    page.present_anchor_ids = {*found["ids"], *missing_ids(view)}
    linked = ((files.get_file_from_path(name), anchors) for name, anchors in found["links"].items())
    page.links_to_anchors = {file: anchors for file, anchors in linked if file}


def _keep_article(depends_on: str, article: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts; memory would not hold the articles of all pages for long."""
    store.result("article", depends_on, lambda: article)
    return facts


def _rendered(page: Page, view: PageView, config: MkDocsConfig, files: Files) -> tuple[str, dict[str, Any]]:
    """The article and what MkDocs knows of it; the HTML before it becomes one only if something is wrong with it."""
    own = copy(page)
    own.markdown = markdown_source(page.markdown or "")
    Page.render(own, config, files)
    html = own.content or ""
    return render_article(html, view), {
        "doubtful": html if not view.is_fallback and check_markup(html, view.shown) else "",
        "contents": [_entry(each) for each in own.toc],
        "ids": sorted(own.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in (own.links_to_anchors or {}).items()},
    }


def _entry(section: AnchorLink) -> dict[str, Any]:
    """An entry of the contents of a page as `get_toc` reads it."""
    return {
        "name": section.title,
        "id": section.id,
        "level": section.level,
        "children": [_entry(child) for child in section.children],
    }


def _targets(view: PageView, files: Files) -> list[str | None]:
    """Where the links and pictures of a page lead within the site; None for what is not there."""
    found: list[str | None] = []
    for target in view.shown.body.targets:
        parts = urlsplit(target)
        if parts.path and not (parts.scheme or parts.netloc):
            file = files.get_file_from_path(view.shown.resolve(target))
            found.append(file.url if file else None)
    return found


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    if _path(page) in edition.withdrawn:
        # The notice will have these ids, so MkDocs must not warn of links to them.
        page.present_anchor_ids = set(edition.permalinks.by_page[_path(page)])


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the whole page to a template that adds nothing to it."""
    if _path(page) in edition.withdrawn:
        return context
    view, template = _view(page, config), template_name(_path(page))
    facts = page_context(view)
    key, article = articles.pop(page.url)

    def work() -> str:
        page.content = article()
        return adapt_theme(templates.get_template(template).render(context | facts), view.language)

    contents = [_entry(each) for each in page.toc]
    depends_on = page_of(view, template, facts, key, contents) if key and template in OWN else ""
    whole = store.result("page", depends_on, work) if depends_on else work()
    page.markdown = page.content = ""  # They are written and not needed again.
    return {"whole": whole}


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the page, rather than let MkDocs do it, so that it is linked where it has not changed."""
    if output.strip():
        write_file(Path(config.site_dir), page.file.dest_uri, output.encode())
    return ""


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """Write what has no file of a language in its own pass, with the context of a template that is no page."""
    if template_name == "404.html":
        write_news_lists(Path(config.site_dir), _site(config), templates, context)
        write_changes(Path(config.site_dir), _site(config), templates, context)
        write_redirects(Path(config.site_dir), _site(config), templates, context)
        context["in_languages"] = list(_in_languages(config))
        frames.update(render_frames(_site(config), templates, context))


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
        _stop_on_errors(publish(Path(config.site_dir), _site_url(config), edition, frames))
        store.close()


def _stop_on_errors(problems: list[Problem]) -> None:
    """Print the problems; stop the build if one of them is an error."""
    if any(not problem.warning for problem in problems):
        store.close()
        raise Abort(report(problems))
    if problems:
        print(report(problems), file=sys.stderr)


def _view(page: Page, config: MkDocsConfig) -> PageView:
    return _site(config).page(_path(page))


def _site(config: MkDocsConfig) -> LanguageEdition:
    """The edition in the language of a pass, the same for all its pages."""
    return site.in_language(_language(config))


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
