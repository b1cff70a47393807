"""Edits of a garden at random, each told as its editor would or forgotten."""

from __future__ import annotations

import copy
import random

from gardens import Garden, Leaf, Section, plant

from portal.languages import LANGUAGES


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
