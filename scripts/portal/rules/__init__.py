"""The rules of content: each a small function from a page to its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from portal.collecting import paused
from portal.content import Content, gather
from portal.pages import Page
from portal.problems import Problem
from portal.rules import alignment, freshness, images, keys, links, lists, names, sources, structure, translations, writing

Rule = Callable[[Page, Content], Iterator[Problem]]

# To add a rule: write the function, name it here, and give it words in messages.yml and a case in tests/content/cases/.
RULES: tuple[Rule, ...] = (
    names.names,
    names.news_names,
    names.news_twins,
    names.one_address,
    keys.required,
    keys.dates_of_news,
    keys.statuses,
    sources.shapes,
    sources.entries,
    structure.second_head,
    structure.titles,
    structure.heading_spaces,
    structure.heading_shifts,
    structure.heading_words,
    structure.heading_ids,
    structure.id_forms,
    structure.id_twins,
    structure.id_places,
    structure.raw_html,
    structure.fences,
    structure.lines_across,
    translations.originals,
    translations.unknown_ids,
    translations.order,
    translations.behind,
    links.shapes,
    links.targets,
    images.words,
    images.targets,
    lists.listed,
    writing.writing,
    freshness.marks,
    freshness.originals,
    freshness.changed,
    alignment.alignment,
)


def check(docs: Path) -> list[Problem]:
    """Every problem of every file under docs/, those of reading among them."""
    content, problems = gather(docs)
    return problems + judge(content)


@paused()
def judge(content: Content) -> list[Problem]:
    """Every problem of what could be read."""
    return [problem for page in content.pages for rule in RULES for problem in rule(page, content)] + lists.empty_places(content)
