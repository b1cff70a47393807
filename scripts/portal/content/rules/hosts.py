"""Rules of hosts: no link looks as if it led to another site than it does."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page

PUNYCODE = "xn--"


def link_hosts(page: Page, edition: Edition) -> Iterator[Problem]:
    for link in page.body.links:
        yield from host_problems(page, link.line, link.target)


def host_problems(page: Page, line: int, address: str) -> Iterator[Problem]:
    """A name before the host, a host in punycode, letters of several alphabets: in one part of it, or in several."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    host = parts.hostname or ""
    values = {"found": address, "host": host}
    if parts.scheme in ("http", "https") and "@" in parts.netloc:
        yield page.problem(line, "host-user", **values)
    elif PUNYCODE in host:
        yield page.problem(line, "host-code", near=_readable(host), **values)
    elif any(len(_alphabets(label)) > 1 for label in host.split(".")):
        yield page.problem(line, "host-mixed", **values)
    elif len(_alphabets(host.removeprefix("www."))) > 1:
        yield page.warning(line, "host-mixed", **values)


def _alphabets(text: str) -> set[str]:
    """The alphabets of the letters without accents; Latin ones beyond a–z, such as ɡ, are an alphabet apart."""
    return {
        "" if letter > "z" and name == "LATIN" else name
        for letter in unicodedata.normalize("NFD", text)
        if letter.isalpha()
        for name in [unicodedata.name(letter, "").partition(" ")[0]]
    }


def _readable(host: str) -> str:
    """A host with its letters in place of their punycode."""
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
