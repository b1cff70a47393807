"""An address that somebody may have linked to: a page and a place on it, the language left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.addresses import LANGUAGES, page_url
from portal.rules.names import latin

FORM = re.compile(r"(?P<path>(?:[a-z0-9-]+/)+|/)(?:#(?P<id>[a-z][a-z0-9-]{1,39}))?")
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


def parse(text: str) -> Address | None:
    """The address that a text is, or None: exactly as `str` writes it."""
    found = FORM.fullmatch(text)
    return Address(found["path"].strip("/"), found["id"] or "") if found else None


def likely(text: str) -> Address:
    """What a text that is no address was most likely meant to be: languages, .md, capitals and foreign letters mended."""
    text = re.sub(r"^[a-z]+://[^/]+", "", text.strip()).removeprefix("docs/")
    path, _, name = text.partition("#")
    parts = [latin(part) for part in re.sub(r"(?:index)?\.(?:md|html?)$", "", path.strip("/ ")).split("/") if part]
    while parts and parts[0] in PREFIXES:
        parts = parts[1:]
    return Address("/".join(parts), latin(name).lstrip("0123456789-")[:40] if name else "")


def neutral(text: str) -> Address | None:
    """The address behind one as people link to it, with or without first slash and language: "/ru/strategy/role/#status"."""
    first, slash, rest = text.removeprefix("/").partition("/")
    return parse((rest if rest and not rest.startswith("#") else "/" + rest) if slash and first in PREFIXES else text if text.startswith("/#") else text.removeprefix("/") or "/")
