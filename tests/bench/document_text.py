"""Documents of news, chapters and tasks in three languages, of words that do not exist: as long and as marked up as real ones."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, relpath
from random import Random

from bench.pseudo_words import vocabulary

KINDS = ["news", "strategy", "priorities"] * 3 + ["news", "strategy"] * 5 + ["news"]
"""The kinds of twenty documents: 45, 40 and 15 in a hundred."""
SECTIONS = {"news": 0, "strategy": 12, "priorities": 8}
SHARING_A_FOLDER = {"strategy": 25, "priorities": 60}
"""Of so many documents those of the kind share a folder: about ten chapters, or nine tasks."""
FIRST_DAY = datetime.date(2003, 1, 6)
DAYS_BETWEEN = 8
ABBREVIATION = {"ky": "ЖӨБ", "ru": "МСУ", "en": "LSG"}
SOURCE = {"ky": "Сыноо тексттери", "ru": "Тексты для измерений", "en": "Texts to measure with"}


@dataclass(frozen=True)
class Document:
    """The document of a number, whatever other documents there are; links lead only to earlier ones."""

    number: int

    @property
    def kind(self) -> str:
        return KINDS[self.number % len(KINDS)]

    @property
    def day(self) -> datetime.date:
        return FIRST_DAY + datetime.timedelta(days=DAYS_BETWEEN * self.number)

    @cached_property
    def path(self) -> str:
        """The path of its files below docs/ky/, without the ending."""
        name = slug(f"document {self.number}")
        if self.kind == "news":
            return f"news/{self.day}-{name}"
        return f"{self.kind}/{slug(f'{self.kind} {self.number // SHARING_A_FOLDER[self.kind]}')}/{name}"

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of its sections."""
        return tuple(slug(f"section {number} of {self.number}") for number in range(SECTIONS[self.kind]))

    def text(self, language: str) -> str:
        """The file in a language, with as many paragraphs, items and figures as in the others."""
        author = Author(language, Random(f"{self.number} {language}"))
        blocks = list(_news(self, author) if self.kind == "news" else _sections(self, author))
        return "\n\n".join([_front_matter(self, author), *blocks]) + "\n"


def slug(seed: str) -> str:
    """A name of two Latin words."""
    return "-".join(Random(seed).sample(vocabulary("en").words, 2))


@dataclass(frozen=True)
class Author:
    """Writes in one language."""

    language: str
    chance: Random

    def words(self, least: int, most: int) -> str:
        return " ".join(vocabulary(self.language).choose(self.chance, self.chance.randint(least, most)))

    def title(self) -> str:
        return self.words(5, 9).capitalize()

    def sentence(self) -> str:
        """Now and then with a comma or an abbreviation that the glossary has."""
        words = self.words(8, 18).split(" ")
        place = len(words) // 2
        extra = self.chance.random()
        if extra < 0.1:
            words[place] = ABBREVIATION[self.language]
        elif extra < 0.5:
            words[place] += ","
        return " ".join([words[0].capitalize(), *words[1:]]) + "."

    def paragraph(self, sentences: int = 4) -> str:
        return " ".join(self.sentence() for _ in range(sentences))


def _front_matter(document: Document, author: Author) -> str:
    lines = [f"title: {author.title()}", f"description: {author.sentence()}"]
    if document.kind == "news":
        lines += [f"date: {document.day}", f"source: {SOURCE[author.language]}"]
    else:
        lines += ["status: draft", f"status_date: {document.day}", "based_on:"]
        lines.append(f"  - news/2020-03-12-strategy-discussion#{('interests', 'capacity')[document.number % 2]}")
    return "\n".join(["---", *lines, "---"])


def _news(document: Document, author: Author) -> Iterator[str]:
    yield from (author.paragraph() for _ in range(5))
    yield f"{author.paragraph()} {_link(document, author)}"


def _sections(document: Document, author: Author) -> Iterator[str]:
    for at, identifier in enumerate(document.ids):
        yield f"{'###' if at % 3 == 2 else '##'} {author.title()} {{ #{identifier} }}"
        yield from (author.paragraph() for _ in range(2))
        yield PARTS[at % len(PARTS)](document, author, at)


def _with_link(document: Document, author: Author, at: int) -> str:
    return f"{author.paragraph(3)} {_link(document, author, at)}"


def _list(document: Document, author: Author, at: int) -> str:
    return "\n".join(f"- {author.sentence()}" for _ in range(4))


def _table(document: Document, author: Author, at: int) -> str:
    rows = [(author.words(2, 3), author.words(2, 3), number + at) for number in range(11, 16)]
    head = f"| {author.words(1, 1)} | {author.words(1, 1)} | № |\n| --- | --- | --- |\n"
    return head + "\n".join(f"| {left} | {right} | {number} |" for left, right, number in rows)


def _plain(document: Document, author: Author, at: int) -> str:
    return author.paragraph(5)


PARTS: tuple[Callable[[Document, Author, int], str], ...] = (_with_link, _plain, _list, _plain, _with_link, _table)
"""What follows the paragraphs of a section, in turns."""


def _link(document: Document, author: Author, at: int = 0) -> str:
    """A sentence that is a link to an earlier document, the same in each language."""
    target = Document(Random(f"link {at} of {document.number}").randrange(document.number) if document.number else 0)
    anchor = f"#{target.ids[at % len(target.ids)]}" if target.ids else ""
    address = relpath(target.path, dirname(document.path)) + ".md" + anchor
    return f"[{author.words(3, 6).capitalize()}]({address})."
