"""The rules of content: each a small function from a page to its problems."""

from collections.abc import Callable, Iterator

from portal.collecting import paused
from portal.content.edition import Content
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

Rule = Callable[[Page, Content], Iterator[Problem]]

# To add a rule: write the function, name it here, and give it words in messages.yml and a case in tests/content/cases/.
RULES: tuple[Rule, ...] = (
    names.names,
    names.news_names,
    names.news_twins,
    names.one_address,
    front_matter.required,
    front_matter.dates_of_news,
    front_matter.statuses,
    front_matter.shapes,
    front_matter.entries,
    headings.second_head,
    headings.titles,
    headings.heading_spaces,
    headings.heading_shifts,
    headings.heading_words,
    headings.heading_ids,
    headings.id_forms,
    headings.id_twins,
    headings.id_places,
    headings.raw_html,
    headings.fences,
    headings.lines_across,
    translation_sections.originals,
    translation_sections.unknown_ids,
    translation_sections.order,
    translation_sections.behind,
    links.shapes,
    links.targets,
    images.words,
    images.targets,
    navigation.listed,
    translation_marks.marks,
    translation_marks.originals,
    translation_marks.changed,
    translation_alignment.alignment,
)


@paused()
def judge(content: Content) -> list[Problem]:
    """Every problem of what could be read."""
    rules = (*RULES, prose.proofreading(content.pages))
    return [
        problem for page in content.pages for rule in rules for problem in rule(page, content)
    ] + navigation.empty_places(content)
