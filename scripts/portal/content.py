"""All pages and files together, as rules look them up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from portal import files, reading_order
from portal.addresses import ORIGINAL
from portal.collecting import paused
from portal.pages import Page, read
from portal.problems import Problem
from portal.typography import lexicon, names
from portal.typography.book import Book
from portal.typography.lexicon import Lexicon


@dataclass(frozen=True)
class Content:
    """The pages that could be read, the names under docs/ of all files ("ky/strategy/role.md"), and the order of reading, if there is one."""

    pages: tuple[Page, ...]
    files: frozenset[str]
    order: tuple[str, ...] | None = None

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        """Pages by their name under docs/."""
        return {f"{page.language}/{page.place}": page for page in self.pages}

    @cached_property
    def by_address(self) -> Mapping[tuple[str, str], Page]:
        """Pages by language and identity."""
        return {(page.language, page.path): page for page in self.pages}

    @cached_property
    def originals(self) -> Mapping[str, Page]:
        """The Kyrgyz pages by identity."""
        return {page.path: page for page in self.pages if page.language == ORIGINAL}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """For each identity the first file that has it, the Kyrgyz one before translations."""
        first: dict[str, str] = {}
        for page in self.pages:
            first.setdefault(page.path, page.place)
        return first

    @cached_property
    def news(self) -> Mapping[str, str]:
        """For each slug of a news item the earliest identity that has it."""
        first: dict[str, str] = {}
        for path in sorted({page.path for page in self.pages if page.path.startswith("news/")}):
            first.setdefault(slug(path), path)
        return first

    @cached_property
    def book(self) -> Book:
        """The names of partners and bodies, as the glossaries have them."""
        return Book(names.names(self.pages))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The Kyrgyz words of the site."""
        return lexicon.of(self.pages, self.book.words)

    def shown(self, language: str, place: str) -> str | None:
        """The file that a reader of a language gets for a place: the translation, or else the original."""
        names = (f"{language}/{place}", f"{ORIGINAL}/{place}")
        return next((name for name in names if name in self.files), None)


@paused()
def gather(docs: Path) -> tuple[Content, list[Problem]]:
    """All that stands under `docs` and beside it in mkdocs.yml, and what could not be read."""
    docs = docs.resolve()
    pages, problems = read(docs)
    names = frozenset(file.relative_to(docs).as_posix() for file in files.find(docs)[0])
    return Content(tuple(pages), names, reading_order.read(docs.parent / "mkdocs.yml")), problems


def slug(path: str) -> str:
    """The words in the name of a news item, its date left out."""
    return PurePosixPath(path).name[11:]
