"""A small tree of pages in three languages, built without a theme."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import markdown
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from content import sample_docs
from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.mending.page_files import read_page
from portal.content.permalinks import redirects_file
from portal.content.permalinks.baseline import Baseline
from portal.content.permalinks.lock import Lock
from portal.content.permalinks.resolver import Permalinks
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES
from portal.publication.redirects import RedirectPage, redirect_pages
from portal.rendering.article.article import render_article
from portal.rendering.context import site_context
from portal.rendering.page_view import LanguageEdition
from projects import ROOT

OVERRIDES = ROOT / "overrides"
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
class PageModel:
    """A page; a language may lack it, but Kyrgyz does not."""

    path: str
    titles: dict[str, str]
    sections: list[Section]
    missing: set[str] = field(default_factory=set)


@dataclass
class SiteModel:
    """All pages, the lines of moved.yml, and titles not used yet, no two of which are alike."""

    pages: list[PageModel]
    lines: list[str]
    spare: dict[str, list[str]]

    def title(self) -> dict[str, str]:
        """A new title in each language."""
        return {language: self.spare[language].pop() for language in LANGUAGES}


def random_site(chance: random.Random) -> SiteModel:
    """Four pages with three sections each, whose titles begin alike: they would pass for one another changed a little."""
    model = SiteModel([], [], {language: chance.sample(unlike(language), COUNT) for language in LANGUAGES})
    for path in PATHS:
        own = model.title()
        sections = [Section(f"part-{name}", _like(own, model.title())) for name in "abc"]
        model.pages.append(PageModel(path, own, sections))
    return model


def _like(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    """Titles made of the first word of these and the last of those."""
    return {language: f"{first[language].split()[0]} {second[language].split()[1]}" for language in LANGUAGES}


@cache
def unlike(language: str) -> tuple[str, ...]:
    """Titles of two words in the letters of a language, no two of which are recognisable as one another."""
    chance, found = random.Random(language), list[str]()
    while len(found) < COUNT:
        words = " ".join("".join(chance.choices(LETTERS[language], k=length)) for length in (7, 6))
        if all(
            max(SequenceMatcher(None, a, b).ratio() for a, b in ((words, other), (other, words))) < 0.38
            for other in found
        ):
            found.append(words)
    return tuple(found)


def pages(model: SiteModel) -> dict[tuple[str, str], Page]:
    """The pages, read from their Markdown."""
    return {
        (language, page_model.path): _page(page_model, language)
        for language in LANGUAGES
        for page_model in model.pages
        if language not in page_model.missing
    }


def source(page_model: PageModel, language: str) -> str:
    """The Markdown of a page, its facts left out."""
    parts = [
        f"## {part.titles[language]} {{ #{part.id} }}\n\nText."
        for part in page_model.sections
        if language not in part.missing
    ]
    return "\n\n".join(["Beginning.", *parts]) + "\n"


def _page(page_model: PageModel, language: str) -> Page:
    head = f"---\ntitle: {page_model.titles[language]}\ndescription: x\n---\n\n"
    page, problems = read_page(
        Path("docs", language, f"{page_model.path or 'index'}.md"), (head + source(page_model, language)).encode()
    )
    assert page and not problems
    return page


def record(before: SiteModel, after: SiteModel, lock: Lock) -> Permalinks:
    """The record of an edited model, its base being the model as it was."""
    former = pages(before)
    known, problems = redirects_file.read_redirects("\n".join(after.lines) + "\n")
    assert problems == []
    return Permalinks(pages(after), lock, known, Baseline("base", {}, redirects_file.Redirects(), former))


def built(model: SiteModel, known: Permalinks) -> dict[str, str]:
    """The HTML by address below the root."""
    edition = sample_docs.edition_of(
        known.pages.values(), order=[page_model.path for page_model in model.pages], permalinks=known
    )
    site = {
        page_url(page_model.path, language): _html(page_model, language, edition)
        for page_model in model.pages
        for language in LANGUAGES
    }
    return site | {page.url: _redirect(page) for language in LANGUAGES for page in redirect_pages(known, language)}


@cache
def templates() -> Environment:
    """The templates of redirects without a theme."""
    bare = DictLoader({"main.html": "{% block htmltitle %}{% endblock %}{% block text %}{% endblock %}"})
    return Environment(loader=ChoiceLoader([bare, FileSystemLoader(OVERRIDES)]))


def _redirect(page: RedirectPage) -> str:
    context = site_context(LanguageEdition(sample_docs.edition_of([]), "https://example.org/", page.language))
    facts = {"title": page.title, "config": {"site_name": "x"}}
    text = templates().get_template(f"redirects/{page.template}").render({**context, **facts, **page.facts})
    return f'<!doctype html><html lang="{page.language}"><body>{text}'


def _html(page_model: PageModel, language: str, edition: Edition) -> str:
    spoken = "ky" if language in page_model.missing else language
    text = markdown.markdown(source(page_model, spoken), extensions=["attr_list"])
    return f'<!doctype html><html lang="{language}"><body><h1>{page_model.titles[spoken]}</h1>{render_article(text, LanguageEdition(edition, "https://example.org/", language).page(page_model.path))}'
