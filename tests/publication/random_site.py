"""A small tree of pages in three languages, built without a theme."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import markdown
from jinja2 import Environment, FileSystemLoader

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.permalinks import redirects_file
from portal.content.permalinks.baseline import Baseline
from portal.content.permalinks.lock import Lock
from portal.content.permalinks.resolver import Permalinks
from portal.content.reading.pages import Page, read_page
from portal.languages import LANGUAGES
from portal.publication import redirects
from portal.publication.redirects import Frame
from portal.rendering.article.article import render_article
from portal.rendering.context import language_context










OVERRIDES = Path(__file__).parents[2] / "overrides"
LETTERS = {"ky": "абвгдежзийклмноөпрстуүхчшэ", "ru": "абвгдежзиклмнопрстуфхцчшы", "en": "abcdefghijklmnoprstuvwyz"}
COUNT = 30
PATHS = ("", "strategy", "strategy/role", "terms-of-use")


@dataclass
class Section:
    """A heading with its text, by language; a language may lack it."""

    id: str
    titles: dict[str, str]
    missing: set[str] = field(default_factory=set)


@dataclass
class Leaf:
    """A page; a language may lack it, but Kyrgyz does not."""

    path: str
    titles: dict[str, str]
    sections: list[Section]
    missing: set[str] = field(default_factory=set)


@dataclass
class Garden:
    """All pages, the lines of moved.yml, and titles not used yet, no two of which are alike."""

    leaves: list[Leaf]
    lines: list[str]
    spare: dict[str, list[str]]

    def title(self) -> dict[str, str]:
        """A new title in each language."""
        return {language: self.spare[language].pop() for language in LANGUAGES}


def plant(chance: random.Random) -> Garden:
    """Four pages with three sections each, whose titles begin alike: they would pass for one another changed a little."""
    garden = Garden([], [], {language: chance.sample(unlike(language), COUNT) for language in LANGUAGES})
    for path in PATHS:
        own = garden.title()
        sections = [Section(f"part-{name}", _like(own, garden.title())) for name in "abc"]
        garden.leaves.append(Leaf(path, own, sections))
    return garden


def _like(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    """Titles made of the first word of these and the last of those."""
    return {language: f"{first[language].split()[0]} {second[language].split()[1]}" for language in LANGUAGES}


@cache
def unlike(language: str) -> tuple[str, ...]:
    """Titles of two words in the letters of a language, no two of which are recognisable as one another."""
    chance, found = random.Random(language), list[str]()
    while len(found) < COUNT:
        words = " ".join("".join(chance.choices(LETTERS[language], k=length)) for length in (7, 6))
        if all(max(SequenceMatcher(None, a, b).ratio() for a, b in ((words, other), (other, words))) < 0.38 for other in found):
            found.append(words)
    return tuple(found)


def pages(garden: Garden) -> dict[tuple[str, str], Page]:
    """The pages, read from their Markdown."""
    return {(language, leaf.path): _page(leaf, language) for language in LANGUAGES for leaf in garden.leaves if language not in leaf.missing}


def source(leaf: Leaf, language: str) -> str:
    """The Markdown of a page, its facts left out."""
    parts = [f"## {part.titles[language]} {{ #{part.id} }}\n\nText." for part in leaf.sections if language not in part.missing]
    return "\n\n".join(["Beginning.", *parts]) + "\n"


def _page(leaf: Leaf, language: str) -> Page:
    head = f"---\ntitle: {leaf.titles[language]}\ndescription: x\n---\n\n"
    page, problems = read_page(Path("docs", language, f"{leaf.path or 'index'}.md"), (head + source(leaf, language)).encode())
    assert page and not problems
    return page


def record(before: Garden, after: Garden, lock: Lock) -> Permalinks:
    """The record of an edited garden, its base being the garden as it was."""
    former = pages(before)
    known, problems = redirects_file.read_redirects("\n".join(after.lines) + "\n")
    assert problems == []
    return Permalinks(pages(after), lock, known, Baseline("base", {}, redirects_file.Redirects(), former))


def built(garden: Garden, known: Permalinks) -> dict[str, str]:
    """The HTML by address below the root."""
    edition = Edition(known.pages, tuple(leaf.path for leaf in garden.leaves), {})
    site = {page_url(leaf.path, language): _html(leaf, language, edition, known) for leaf in garden.leaves for language in LANGUAGES}
    return site | dict(redirects.made(known, {language: frame(language) for language in LANGUAGES}))


@cache
def frame(language: str) -> Frame:
    """A frame without a theme."""
    templates = Environment(loader=FileSystemLoader(OVERRIDES))
    templates.globals.update(language_context(Edition({}, (), {}), language))
    return Frame(f'<!doctype html><html lang="{language}"><title>@title@</title><body>@text@', templates)


def _html(leaf: Leaf, language: str, edition: Edition, known: Permalinks) -> str:
    spoken = "ky" if language in leaf.missing else language
    text = markdown.markdown(source(leaf, spoken), extensions=["attr_list"])
    return f'<!doctype html><html lang="{language}"><body><h1>{leaf.titles[spoken]}</h1>{render_article(text, edition, known, leaf.path, language, "https://example.org/")}'


# The edits. Each may write its line into moved.yml, or forget to.


__all__ = ["Garden", "addresses", "built", "pages", "record"]
