"""Where an address on a page leads: the questions that the rules of links and of images share."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


@dataclass(frozen=True)
class Target:
    """An address as written on a line of a page."""

    written: str
    line: int
    page: Page
    edition: Edition

    @cached_property
    def scheme(self) -> str:
        """What stands before the colon ("https"), or nothing."""
        found = SCHEME.match(self.written)
        return found[1].lower() if found else ""

    @property
    def path(self) -> str:
        """The address without what follows #."""
        return unquote(self.written.partition("#")[0])

    @property
    def fragment(self) -> str:
        """The id after #."""
        return unquote(self.written.partition("#")[2])

    @property
    def name(self) -> str:
        """The file meant, from docs/: "ru/strategy/role.md"; begins with ".." when it lies outside."""
        folder = posixpath.dirname(f"{self.page.language}/{self.page.place}")
        own = f"{self.page.language}/{self.page.place}"
        return posixpath.normpath(posixpath.join(folder, self.path)) if self.path else own

    @property
    def place(self) -> str:
        """The file meant, within the language's folder."""
        return self.name.removeprefix(f"{self.page.language}/")

    @property
    def suffix(self) -> str:
        """The ending of the file meant, in small letters."""
        return PurePosixPath(self.name).suffix.lower()

    def relative(self, name: str) -> str:
        """A file under docs/ as this page would write it."""
        folder = posixpath.dirname(f"{self.page.language}/{self.page.place}")
        return posixpath.relpath(name, folder)


Values = dict[str, str]
Question = Callable[[Target], Values | None]


def first_fault(target: Target, questions: tuple[tuple[str, Question], ...]) -> Iterator[Problem]:
    """The first question with an answer is the problem: later ones take the earlier for granted."""
    for rule, question in questions:
        if (values := question(target)) is not None:
            yield Problem(target.page.file, target.line, rule, {"found": target.written} | values)
            return


def empty(target: Target) -> Values | None:
    """No address at all."""
    return {} if target.written.strip() in ("", "#") else None


def odd_scheme(target: Target) -> Values | None:
    """A kind of address that readers' programs may not open."""
    return {} if target.scheme and target.scheme not in ("http", "https", "mailto", "tel") else None


def absolute(target: Target) -> Values | None:
    """An address from the root of the site, which breaks where the site lies in a folder."""
    return {} if target.path.startswith("/") else None


def outside(target: Target) -> Values | None:
    """Out of docs/: such a file is not published."""
    return {} if not target.scheme and target.name.split("/")[0] == ".." else None


def other_language(target: Target) -> Values | None:
    """Into another language's folder: MkDocs shows the page of the reader's own language instead."""
    language = target.name.split("/")[0]
    if target.scheme or language not in LANGUAGES or language == target.page.language:
        return None
    return {"language": language}


def no_file(target: Target) -> Values | None:
    """A file that is not there; what is not a page lies in docs/assets/."""
    if target.scheme or target.name in target.edition.files:
        return None
    return {"expected": target.relative(f"assets/{PurePosixPath(target.name).name}")}


def broken_outer(target: Target) -> Values | None:
    """An address of another site that cannot be one."""
    if target.written.startswith("//"):
        return {}
    if target.scheme not in ("http", "https"):
        return None
    try:
        parts = urlsplit(target.written)
        good = bool(parts.hostname) and "." in str(parts.hostname) and not re.search(r"\s", target.written)
        parts.port
    except ValueError:
        return {}
    return None if good else {}
