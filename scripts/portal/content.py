"""All pages and files together, as rules look them up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from portal.files import LANGUAGES
from portal.pages import Page

ORIGINAL = LANGUAGES[0]


@dataclass(frozen=True)
class Content:
    """The pages that could be read, and the names under docs/ of all files ("ky/strategy/role.md")."""

    pages: tuple[Page, ...]
    files: frozenset[str]

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        """Pages by their name under docs/."""
        return {f"{page.language}/{page.place}": page for page in self.pages}

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

    def shown(self, language: str, place: str) -> str | None:
        """The file that a reader of a language gets for a place: the translation, or else the original."""
        names = (f"{language}/{place}", f"{ORIGINAL}/{place}")
        return next((name for name in names if name in self.files), None)


def slug(path: str) -> str:
    """The words in the name of a news item, its date left out."""
    return PurePosixPath(path).name[11:]
