"""Addresses of pages: the path is the identity, the language only a prefix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from posixpath import relpath

from portal.languages import LANGUAGES, ORIGINAL


def page_url(path: str, language: str) -> str:
    """The address of a page below the site's root: "ru/strategy/role/"; the Kyrgyz home page is ""."""
    parts = ([] if language == ORIGINAL else [language]) + ([path] if path else [])
    return "".join(f"{part}/" for part in parts)


def page_path(source: str) -> str:
    """The path that identifies a page, from its file in a language's folder: "strategy/index.md" gives "strategy"."""
    path = source.removesuffix(".md")
    return "" if path == "index" else path.removesuffix("/index")


@lru_cache(maxsize=256)
def relative_url(target: str, page: str) -> str:
    """The relative link from one address below the root to another, both ending in "/" or empty: "../../terms/"."""
    path = relpath("/" + target, "/" + page)
    return "./" if path == "." else path + "/"


def is_site_url(text: str) -> bool:
    """Whether a text can be the address of the site: no query, no name or password, no empty folder."""
    found = SITE_URL.fullmatch(text)
    return found is not None and 0 < int(found["port"] or 80) < 65_536


HOST_PART = r"(?!-)[\w-]{1,63}(?<!-)"
FOLDER = r"(?!\.{1,2}(?:/|$))(?:[\w.~-]|%[89A-Fa-f][0-9A-Fa-f])+"
SITE_URL = re.compile(rf"https?://{HOST_PART}(?:\.{HOST_PART})*(?::(?P<port>\d{{1,5}}))?(?:/{FOLDER})*/?")
ID = r"[a-z][a-z0-9-]{1,39}"
"""The id of a section: longer ones, and those beginning with a digit, break as bookmarks in Word."""

ADDRESS = re.compile(rf"(?P<path>(?:[a-z0-9-]+/)+|/)(?:#(?P<id>{ID}))?")
PREFIXES = ("go", *LANGUAGES)
"""First parts of addresses that name a language, or the reader's own ("go")."""


@dataclass(frozen=True, order=True)
class Address:
    """The path of a page ("strategy/role", home "") and an id on it, or "" for the page itself."""

    path: str
    id: str = ""

    def __str__(self) -> str:
        """As people write it: "strategy/role/#status", the home page "/"."""
        return (f"{self.path}/" if self.path else "/") + self.fragment

    @property
    def page(self) -> Address:
        return Address(self.path)

    @property
    def fragment(self) -> str:
        return f"#{self.id}" if self.id else ""

    def url(self, language: str) -> str:
        """The address below the site's root: "ru/strategy/role/#status"."""
        return page_url(self.path, language) + self.fragment


def parse_address(text: str) -> Address | None:
    """The address in a text that is written exactly as `str` writes it, else None."""
    found = ADDRESS.fullmatch(text)
    return Address(found["path"].strip("/"), found["id"] or "") if found else None


def likely_address(text: str) -> Address:
    """The address most likely meant by a text: language, ".md", capitals and Cyrillic letters are corrected."""
    text = re.sub(r"^[a-z]+://[^/]+", "", text.strip()).removeprefix("docs/")
    path, _, name = text.partition("#")
    parts = [latin(part) for part in re.sub(r"(?:index)?\.(?:md|html?)$", "", path.strip("/ ")).split("/") if part]
    while parts and parts[0] in PREFIXES:
        parts = parts[1:]
    return Address("/".join(parts), latin(name).lstrip("0123456789-")[:40] if name else "")


def parse_neutral(text: str) -> Address | None:
    """The address in a link by others, with or without first slash and language: "/ru/strategy/role/#status"."""
    path = text.removeprefix("/")
    first, slash, rest = path.partition("/")
    if slash and first in PREFIXES:
        path = rest
    elif text.startswith("#"):
        return None
    return parse_address(f"/{path}" if path[:1] in ("", "#") else path)


NEUTRAL = "go/"
"""The folder, below the root, of the addresses that name no language."""


def neutral_url(path: str, identifier: str = "") -> str:
    """The address that names no language, below the root: it opens the reader's language and follows moves."""
    return NEUTRAL + (f"{path}/" if path else "") + (f"#{identifier}" if identifier else "")


def permanent_url(site_url: str, path: str, identifier: str = "") -> str:
    return site_url + neutral_url(path, identifier)


LATIN = str.maketrans("абвгдезийклмнопрстуфыэөүұ", "abvgdeziyklmnoprstufyeouu", "ъь") | str.maketrans(
    {"ё": "yo", "ж": "j", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ң": "ng"}
)


def latin(part: str) -> str:
    """A name transliterated into lower-case Latin letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", part.lower().translate(LATIN)).strip("-") or "page"
