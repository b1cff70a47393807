"""Addresses of pages: the path is the identity, the language only a prefix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import relpath
from urllib.parse import urlsplit

from portal.languages import LANGUAGES, ORIGINAL


def page_url(path: str, language: str) -> str:
    """The address of a page below the site's root, as "ru/strategy/role/"; the Kyrgyz home is ""."""
    parts = ([] if language == ORIGINAL else [language]) + ([path] if path else [])
    return "".join(f"{part}/" for part in parts)


def page_path(source: str) -> str:
    """The identity of a page from its file below the language's folder: "strategy/index.md" is "strategy"."""
    path = source.removesuffix(".md")
    return "" if path == "index" else path.removesuffix("/index")


def root_path(site_url: str) -> str:
    """The path that the site stands at on its host: "/" or "/a/b/"."""
    return urlsplit(site_url).path.rstrip("/") + "/"


def relative_url(target: str, page: str) -> str:
    """The way from one address below the root to another, both ending in "/" or empty: "../../terms/"."""
    way = relpath("/" + target, "/" + page)
    return "./" if way == "." else way + "/"


ADDRESS = re.compile(r"(?P<path>(?:[a-z0-9-]+/)+|/)(?:#(?P<id>[a-z][a-z0-9-]{1,39}))?")
PREFIXES = ("go", *LANGUAGES)
"""First parts of addresses that stand for a language, or for the reader's own."""


@dataclass(frozen=True, order=True)
class Address:
    """The identity of a page ("strategy/role", home "") and an id on it, or "" for the page itself."""

    path: str
    id: str = ""

    def __str__(self) -> str:
        """As people write it: "strategy/role/#status", the home page "/"."""
        return (f"{self.path}/" if self.path else "/") + self.fragment

    @property
    def page(self) -> Address:
        """The address of the page alone."""
        return Address(self.path)

    @property
    def fragment(self) -> str:
        """What a link carries after the page: "#status", or nothing."""
        return f"#{self.id}" if self.id else ""

    def url(self, language: str) -> str:
        """Below the site's root, in a language: "ru/strategy/role/#status"."""
        return page_url(self.path, language) + self.fragment


def parse_address(text: str) -> Address | None:
    """The address that a text is, or None: exactly as `str` writes it."""
    found = ADDRESS.fullmatch(text)
    return Address(found["path"].strip("/"), found["id"] or "") if found else None


def likely_address(text: str) -> Address:
    """What a text that is no address was most likely meant to be: languages, .md, capitals and foreign letters mended."""
    text = re.sub(r"^[a-z]+://[^/]+", "", text.strip()).removeprefix("docs/")
    path, _, name = text.partition("#")
    parts = [latin(part) for part in re.sub(r"(?:index)?\.(?:md|html?)$", "", path.strip("/ ")).split("/") if part]
    while parts and parts[0] in PREFIXES:
        parts = parts[1:]
    return Address("/".join(parts), latin(name).lstrip("0123456789-")[:40] if name else "")


def parse_neutral(text: str) -> Address | None:
    """The address behind one as people link to it, with or without first slash and language: "/ru/strategy/role/#status"."""
    first, slash, rest = text.removeprefix("/").partition("/")
    return parse_address(
        (rest if rest and not rest.startswith("#") else "/" + rest)
        if slash and first in PREFIXES
        else text
        if text.startswith("/#")
        else text.removeprefix("/") or "/"
    )


NEUTRAL = "go/"
"""Where the addresses of no language are, below the root."""


def neutral_url(path: str, identifier: str = "") -> str:
    """The address of no language, below the root: it opens the reader's language and follows moves."""
    return NEUTRAL + (f"{path}/" if path else "") + (f"#{identifier}" if identifier else "")


def permanent_url(site_url: str, path: str, identifier: str = "") -> str:
    """The link that one prints and dictates."""
    return site_url + neutral_url(path, identifier)


# Letters of one sign to one sign, then those of one sign to several.
LATIN = str.maketrans("абвгдезийклмнопрстуфыэөүұ", "abvgdeziyklmnoprstufyeouu") | str.maketrans(
    {"ё": "yo", "ж": "j", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ң": "ng"}
)


def latin(part: str) -> str:
    """A name in small Latin letters, digits and hyphens that sounds like this one."""
    return re.sub(r"[^a-z0-9]+", "-", part.lower().translate(LATIN)).strip("-") or "page"
