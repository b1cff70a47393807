"""A small tree of pages in three languages, edited at random, and built without a theme."""

from __future__ import annotations

import copy
import random
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import markdown
from jinja2 import Environment, FileSystemLoader

from portal.addresses import LANGUAGES, page_url
from portal.article import dress
from portal.edition import Edition
from portal.pages import Page, read_page
from portal.permanence import forwards, moves
from portal.permanence.base import Base
from portal.permanence.frames import Frame
from portal.permanence.lock import Lock
from portal.permanence.record import Record, addresses
from portal.views import language_context

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


def record(before: Garden, after: Garden, lock: Lock) -> Record:
    """The record of an edited garden, its base being the garden as it was."""
    former = pages(before)
    known, problems = moves.read("\n".join(after.lines) + "\n")
    assert problems == []
    return Record(pages(after), lock, known, Base("base", {}, moves.Moves(), former))


def built(garden: Garden, known: Record) -> dict[str, str]:
    """The HTML by address below the root."""
    edition = Edition(known.pages, tuple(leaf.path for leaf in garden.leaves), {})
    site = {page_url(leaf.path, language): _html(leaf, language, edition, known) for leaf in garden.leaves for language in LANGUAGES}
    return site | dict(forwards.made(known, {language: frame(language) for language in LANGUAGES}))


@cache
def frame(language: str) -> Frame:
    """A frame without a theme."""
    templates = Environment(loader=FileSystemLoader(OVERRIDES))
    templates.globals.update(language_context(Edition({}, (), {}), language))
    return Frame(f'<!doctype html><html lang="{language}"><title>@title@</title><body>@text@', templates)


def _html(leaf: Leaf, language: str, edition: Edition, known: Record) -> str:
    spoken = "ky" if language in leaf.missing else language
    text = markdown.markdown(source(leaf, spoken), extensions=["attr_list"])
    return f'<!doctype html><html lang="{language}"><body><h1>{leaf.titles[spoken]}</h1>{dress(text, edition, known, leaf.path, language, "https://example.org/")}'


# The edits. Each may write its line into moved.yml, or forget to.


def edit(garden: Garden, chance: random.Random) -> str:
    """Change the garden at one place; returns what was done."""
    change = chance.choice(EDITS)
    leaf = chance.choice(garden.leaves)
    return f"{change.__name__} {leaf.path}: {change(garden, leaf, chance)}"


def _address(leaf: Leaf, section: Section | None = None) -> str:
    return (f"{leaf.path}/" if leaf.path else "/") + (f"#{section.id}" if section else "")


def _say(garden: Garden, line: str, chance: random.Random) -> str:
    """Write a line, or forget to; a former line that led to the same place is turned with it, as people are told to."""
    told = chance.random() < 0.6
    if told:
        old, _, new = line.partition(": ")
        garden.lines = [f"{former.rpartition(': ')[0]}: {new}" if former.endswith(f": {old}") else former for former in garden.lines]
        garden.lines.append(line)
    return line if told else f"forgot {line}"


def rename_file(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A page under another path, its sections with it."""
    if not leaf.path:
        return "not the home page"
    old, leaf.path = _address(leaf), f"new/place-{chance.randrange(10**6)}"
    return _say(garden, f"{old}: {_address(leaf)}", chance)


def drop_heading(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A section taken away in all languages; its line leads to another section or to its page."""
    if len(leaf.sections) < 2:
        return "nothing to drop"
    gone = leaf.sections.pop(chance.randrange(len(leaf.sections)))
    other = chance.choice(garden.leaves)
    return _say(garden, f"{_address(leaf, gone)}: {_address(other, chance.choice([*other.sections, None]))}", chance)


def rename_id(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """Another id for the same section."""
    section = chance.choice(leaf.sections)
    old, section.id = _address(leaf, section), f"id-{chance.randrange(10**6)}"
    return _say(garden, f"{old}: {_address(leaf, section)}", chance)


def reword_heading(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A word more: still the same title."""
    section = chance.choice(leaf.sections)
    section.titles = {language: f"{title} ж" for language, title in section.titles.items()}
    return section.id


def retitle_heading(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """Another title in all languages."""
    section = chance.choice(leaf.sections)
    section.titles = garden.title()
    return _say(garden, f"same: {_address(leaf, section)}", chance)


def retitle_in_one_language(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """Another title in one language only."""
    section, language = chance.choice(leaf.sections), chance.choice(LANGUAGES)
    section.titles = section.titles | {language: garden.title()[language]}
    return _say(garden, f"same: {_address(leaf, section)}", chance)


def swap_headings(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """Two sections change ids, which nobody may do."""
    if len(leaf.sections) < 2:
        return "nothing to swap"
    one, two = chance.sample(leaf.sections, 2)
    one.id, two.id = two.id, one.id
    return f"{one.id} {two.id}"


def reorder(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """The sections in another order, each with its id: harmless."""
    chance.shuffle(leaf.sections)
    return ""


def delete_page(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A page gone, with a word about it or without."""
    if not leaf.path or len(garden.leaves) < 3:
        return "not this page"
    garden.leaves.remove(leaf)
    if chance.random() < 0.5:
        return _say(garden, f"{_address(leaf)}: {{since: 2026-11-22, why: {{ky: а, ru: б, en: c}}, see: /}}", _Sure())
    return "forgot it"


def drop_in_one_language(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A section that one translation lacks: harmless."""
    section, language = chance.choice(leaf.sections), chance.choice(["ru", "en"])
    section.missing.add(language)
    return f"{section.id} {language}"


def drop_translation(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A translation taken away whole: harmless."""
    leaf.missing.add(chance.choice(["ru", "en"]))
    return ""


def insert_heading(garden: Garden, leaf: Leaf, chance: random.Random) -> str:
    """A new section: harmless."""
    leaf.sections.insert(chance.randrange(len(leaf.sections) + 1), Section(f"fresh-{chance.randrange(10**6)}", garden.title()))
    return ""


class _Sure(random.Random):
    """Chance that never forgets."""

    def random(self) -> float:
        """Nought, always."""
        return 0.0


EDITS = (
    rename_file, drop_heading, rename_id, reword_heading, retitle_heading, retitle_in_one_language,
    swap_headings, reorder, delete_page, drop_in_one_language, drop_translation, insert_heading,
)  # fmt: skip


def grown(seed: int) -> tuple[Garden, Garden, list[str]]:
    """A garden, the same after one to three edits, and what was done."""
    chance = random.Random(seed)
    before = plant(chance)
    after = copy.deepcopy(before)
    return before, after, [edit(after, chance) for _ in range(chance.choice([1, 1, 2, 3]))]


__all__ = ["Garden", "addresses", "built", "grown", "pages", "record"]
