"""The rules of content: each a small function from a page to its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from portal import files
from portal.content import Content
from portal.pages import Page, read
from portal.problems import Problem
from portal.rules import images, keys, links, names, sources, structure, translations

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
)


def check(docs: Path) -> list[Problem]:
    """Every problem of every file under docs/, those of reading among them."""
    docs = docs.resolve()
    pages, problems = read(docs)
    found = frozenset(file.relative_to(docs).as_posix() for file in files.find(docs)[0])
    content = Content(tuple(pages), found)
    return problems + [problem for page in pages for rule in RULES for problem in rule(page, content)]
