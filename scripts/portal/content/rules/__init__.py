"""The rules of content: each a small function from a page to its problems."""

from collections.abc import Callable, Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules import (
    drafts,
    front_matter,
    headings,
    hosts,
    links,
    lost_text,
    markup,
    names,
    navigation,
    news,
    prose,
    sources,
    translation_alignment,
    translation_marks,
    translation_sections,
)

Rule = Callable[[Page, Edition], Iterator[Problem]]

# To add a rule: write the function, name it here, and give it words in messages.yml and a case in tests/content/cases/.
OF_TEXT: tuple[Rule, ...] = (
    drafts.samples,
    headings.hidden_headings,
    headings.pitfalls,
    headings.second_front_matter,
    markup.attributes,
    markup.unseen_signs,
    lost_text.table_rows,
    lost_text.uneven_tabs,
    lost_text.footnotes,
    lost_text.references,
    lost_text.lists_that_are_none,
    links.broken_links,
    hosts.link_hosts,
    links.alt_texts,
)
"""Those that look at nothing but the page: a page without problems is not asked again."""
OF_EDITION: tuple[Rule, ...] = (
    names.file_names,
    names.reserved_names,
    names.news_names,
    names.unique_addresses,
    drafts.sample_names,
    front_matter.required_keys,
    front_matter.news_dates,
    front_matter.statuses,
    front_matter.adopted_by,
    front_matter.status_of_original,
    front_matter.news_sources,
    front_matter.change_notes,
    sources.based_on,
    news.keys,
    news.days,
    news.withdrawals,
    news.known_subjects,
    news.scheduled_links,
    news.withdrawn_links,
    headings.headings,
    headings.ids,
    translation_sections.has_original,
    translation_sections.sections,
    links.link_targets,
    links.image_targets,
    navigation.in_navigation,
    translation_marks.original_languages,
    translation_marks.statuses,
    translation_alignment.alignment,
)
RULES = (*OF_TEXT, *OF_EDITION)


def check_pages(edition: Edition) -> list[Problem]:
    rules, whole = (*OF_EDITION, prose.proofreading(edition.all_pages, edition.results)), edition.whole
    found = [problem for page in edition.all_pages for problem in _problems_of_text(page, whole)]
    found += [problem for page in edition.all_pages for rule in rules for problem in rule(page, whole)]
    return found + navigation.entries_without_page(edition)


def _problems_of_text(page: Page, edition: Edition) -> list[Problem]:
    found: list[Problem] = []

    def is_sound() -> bool:
        found.extend(_found(page, edition))
        return not found

    if edition.results.result("sound text", page.digest, is_sound):
        return []
    return found or list(_found(page, edition))


def _found(page: Page, edition: Edition) -> Iterator[Problem]:
    return (problem for rule in OF_TEXT for problem in rule(page, edition))
