"""The rules of content: each a small function from a page to its problems."""

from collections.abc import Callable, Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules import (
    front_matter,
    headings,
    images,
    links,
    names,
    navigation,
    prose,
    translation_alignment,
    translation_marks,
    translation_sections,
)

Rule = Callable[[Page, Edition], Iterator[Problem]]

# To add a rule: write the function, name it here, and give it words in messages.yml and a case in tests/content/cases/.
RULES: tuple[Rule, ...] = (
    names.names,
    names.news_names,
    names.news_twins,
    names.one_address,
    front_matter.required,
    front_matter.dates_of_news,
    front_matter.statuses,
    front_matter.sources,
    front_matter.bases,
    front_matter.based_on_entries,
    headings.second_head,
    headings.titles,
    headings.heading_spaces,
    headings.heading_shifts,
    headings.heading_words,
    headings.heading_ids,
    headings.id_forms,
    headings.reserved_ids,
    headings.id_twins,
    headings.id_places,
    headings.raw_html,
    headings.fences,
    headings.lines_across,
    translation_sections.originals,
    translation_sections.unknown_ids,
    translation_sections.order,
    translation_sections.missing,
    links.shapes,
    links.targets,
    images.words,
    images.targets,
    navigation.listed,
    translation_marks.original_languages,
    translation_marks.behind,
    translation_marks.declared,
    translation_marks.gone,
    translation_alignment.alignment,
)


def check_pages(edition: Edition) -> list[Problem]:
    """Every problem of what could be read."""
    rules = (*RULES, prose.proofreading(edition.all_pages))
    found = [problem for page in edition.all_pages for rule in rules for problem in rule(page, edition)]
    return found + navigation.empty_places(edition)
