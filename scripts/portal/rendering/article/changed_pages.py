"""The pages that a proposal changes, rendered before the site is built."""

from pathlib import Path

import yaml
from markdown import Markdown

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.rendering.article.markdown_source import markdown_source
from portal.rendering.article.markup_agreement import check_markup
from portal.rendering.article.without_html import WithoutHtml


class SettingsLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without MkDocs: values with its own tags (!ENV) are None."""


SettingsLoader.add_multi_constructor("!", lambda loader, suffix, node: None)


def check_changed_pages(edition: Edition, config: Path) -> list[Problem]:
    """What the pages that differ from the baseline would show differently from the preview on GitHub."""
    baseline = edition.permalinks.baseline
    changed = [page for page in edition.all_pages if baseline.pages.get((page.language, page.path)) is not page]
    if baseline.commit is None or not changed or edition.nav is None:  # mkdocs.yml may be what is wrong.
        return []
    markdown = make_markdown(config)
    problems = []
    for page in changed:
        problems += check_markup(markdown.reset().convert(markdown_source(page.markdown)), page)
    return problems


def make_markdown(config: Path) -> Markdown:
    """Python-Markdown with the extensions of mkdocs.yml, as a build has it."""
    settings = yaml.load(config.read_text(encoding="utf-8"), SettingsLoader)
    options: dict[str, dict[str, object]] = {}
    for entry in settings.get("markdown_extensions", ()):
        options |= {entry: {}} if isinstance(entry, str) else entry
    return Markdown(extensions=[*options, WithoutHtml()], extension_configs=options)
