"""Where an address on a page leads: the checks that the rules of links and of images share."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.files import asset_name
from portal.content.reading.pages import Page
from portal.languages import LANGUAGES

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]")
"""What browsers leave out of a scheme, or its reader does not see."""
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Target:
    """An address as written on a line of a page."""

    written: str
    line: int
    page: Page
    edition: Edition

    @cached_property
    def scheme(self) -> str:
        found = SCHEME.match(IGNORED.sub("", html.unescape(self.written)))
        return found[1].lower() if found else ""

    @property
    def path(self) -> str:
        return unquote(self.written.partition("#")[0])

    @property
    def fragment(self) -> str:
        return unquote(self.written.partition("#")[2])

    @cached_property
    def docs_path(self) -> str:
        """The file within docs/: "ru/strategy/role.md"; begins with ".." when it lies outside."""
        return self.page.resolve(self.written)

    @property
    def relative_path(self) -> str:
        return self.docs_path.removeprefix(f"{self.page.language}/")

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.docs_path).suffix.lower()

    @property
    def is_relative(self) -> bool:
        """Whether the address leads from the page to a file of docs/."""
        return bool(self.path) and not (self.scheme or self.path.startswith("/") or self.docs_path.startswith(".."))


Values = dict[str, object]
Check = Callable[[Target], Values | None]
"""None where all is well, else the values of the problem."""


def first_problem(target: Target, checks: tuple[tuple[str, Check], ...]) -> Iterator[Problem]:
    """The problem of the first check that fails: later checks rely on earlier ones."""
    for rule, check in checks:
        if (values := check(target)) is not None:
            yield target.page.problem(target.line, rule, found=target.written, **values)
            return


def is_empty(target: Target) -> Values | None:
    return {} if target.written.strip() in ("", "#") else None


def has_unusual_scheme(target: Target) -> Values | None:
    return {} if target.scheme and target.scheme not in ("http", "https", "mailto", "tel") else None


def is_absolute(target: Target) -> Values | None:
    """An address from the root of the site breaks where the site is published in a folder."""
    return {} if target.path.startswith("/") else None


def is_outside_docs(target: Target) -> Values | None:
    return {} if not target.scheme and target.docs_path.split("/")[0] == ".." else None


def is_other_language(target: Target) -> Values | None:
    """MkDocs would show the page in the reader's own language instead."""
    language = target.docs_path.split("/")[0]
    if target.scheme or language not in LANGUAGES or language == target.page.language:
        return None
    return {"language": language}


def has_no_file(target: Target) -> Values | None:
    """Suggests docs/assets/, where files that are not pages belong."""
    if target.scheme or target.docs_path in target.edition.files:
        return None
    return {"expected": target.page.link_to(f"assets/{asset_name(PurePosixPath(target.docs_path).name)}")}


def is_malformed_url(target: Target) -> Values | None:
    if target.written.startswith("//"):
        return {}
    if target.scheme not in ("http", "https"):
        return None
    try:
        url = urlsplit(target.written)
        _ = url.port  # raises ValueError when it is no number
    except ValueError:
        return {}
    return None if HOST.fullmatch(url.hostname or "") and not re.search(r"\s", target.written) else {}
