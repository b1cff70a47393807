"""Edits of a model at random, each told as its editor would or forgotten."""

from __future__ import annotations

import copy
import random

from portal.languages import LANGUAGES
from publication.random_site import PageModel, Section, SiteModel, random_site


def edit(model: SiteModel, chance: random.Random) -> str:
    """Change the model at one place; returns what was done."""
    change = chance.choice(EDITS)
    page_model = chance.choice(model.pages)
    return f"{change.__name__} {page_model.path}: {change(model, page_model, chance)}"


def _address(page_model: PageModel, section: Section | None = None) -> str:
    return (f"{page_model.path}/" if page_model.path else "/") + (f"#{section.id}" if section else "")


def _say(model: SiteModel, line: str, chance: random.Random) -> str:
    """Write a line, or forget to; a former line that led to the same place is turned with it, as people are told to."""
    told = chance.random() < 0.6
    if told:
        old, _, new = line.partition(": ")
        model.lines = [
            f"{former.rpartition(': ')[0]}: {new}" if former.endswith(f": {old}") else former for former in model.lines
        ]
        model.lines.append(line)
    return line if told else f"forgot {line}"


def rename_file(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A page under another path, its sections with it."""
    if not page_model.path:
        return "not the home page"
    old, page_model.path = _address(page_model), f"new/place-{chance.randrange(10**6)}"
    return _say(model, f"{old}: {_address(page_model)}", chance)


def drop_heading(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A section taken away in all languages; its line leads to another section or to its page."""
    if len(page_model.sections) < 2:
        return "nothing to drop"
    gone = page_model.sections.pop(chance.randrange(len(page_model.sections)))
    other = chance.choice(model.pages)
    return _say(
        model, f"{_address(page_model, gone)}: {_address(other, chance.choice([*other.sections, None]))}", chance
    )


def rename_id(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """Another id for the same section."""
    section = chance.choice(page_model.sections)
    old, section.id = _address(page_model, section), f"id-{chance.randrange(10**6)}"
    return _say(model, f"{old}: {_address(page_model, section)}", chance)


def reword_heading(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A word more: still the same title."""
    section = chance.choice(page_model.sections)
    section.titles = {language: f"{title} ж" for language, title in section.titles.items()}
    return section.id


def retitle_heading(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """Another title in all languages."""
    section = chance.choice(page_model.sections)
    section.titles = model.title()
    return _say(model, f"same: {_address(page_model, section)}", chance)


def retitle_in_one_language(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """Another title in one language only."""
    section, language = chance.choice(page_model.sections), chance.choice(LANGUAGES)
    section.titles = section.titles | {language: model.title()[language]}
    return _say(model, f"same: {_address(page_model, section)}", chance)


def swap_headings(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """Two sections change ids, which nobody may do."""
    if len(page_model.sections) < 2:
        return "nothing to swap"
    one, two = chance.sample(page_model.sections, 2)
    one.id, two.id = two.id, one.id
    return f"{one.id} {two.id}"


def reorder(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """The sections in another order, each with its id: harmless."""
    chance.shuffle(page_model.sections)
    return ""


def delete_page(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A page gone, with a word about it or without."""
    if not page_model.path or len(model.pages) < 3:
        return "not this page"
    model.pages.remove(page_model)
    if chance.random() < 0.5:
        return _say(
            model, f"{_address(page_model)}: {{since: 2026-11-22, why: {{ky: а, ru: б, en: c}}, see: /}}", _Sure()
        )
    return "forgot it"


def drop_in_one_language(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A section that one translation lacks: harmless."""
    section, language = chance.choice(page_model.sections), chance.choice(["ru", "en"])
    section.missing.add(language)
    return f"{section.id} {language}"


def drop_translation(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A translation taken away whole: harmless."""
    page_model.missing.add(chance.choice(["ru", "en"]))
    return ""


def insert_heading(model: SiteModel, page_model: PageModel, chance: random.Random) -> str:
    """A new section: harmless."""
    page_model.sections.insert(
        chance.randrange(len(page_model.sections) + 1), Section(f"fresh-{chance.randrange(10**6)}", model.title())
    )
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


def edited_site(seed: int) -> tuple[SiteModel, SiteModel, list[str]]:
    """A model, the same after one to three edits, and what was done."""
    chance = random.Random(seed)
    before = random_site(chance)
    after = copy.deepcopy(before)
    return before, after, [edit(after, chance) for _ in range(chance.choice([1, 1, 2, 3]))]
