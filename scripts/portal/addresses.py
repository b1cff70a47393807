"""Addresses of pages: the path is the identity, the language only a prefix."""

from posixpath import relpath
from urllib.parse import urlsplit

LANGUAGES = ("ky", "ru", "en")
ORIGINAL = "ky"


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
