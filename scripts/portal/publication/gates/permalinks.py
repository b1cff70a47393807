"""Permalinks in the built site: every locked address resolves in every language, to the same text as before."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from portal.addresses import Address, page_url
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.rules import permalink_lost, permalink_retitled
from portal.content.rules.permalink_retitled import Titles
from portal.languages import LANGUAGES
from portal.publication.built_page import BuiltPage


def check_published(permalinks: Permalinks, pages: Iterable[BuiltPage]) -> list[Problem]:
    """Every locked address that in some language no longer resolves or leads to another text."""
    built = {page.url: page for page in pages}
    ids = {url: frozenset(page.ids) for url, page in built.items()}
    lost = (_lost(permalinks, address, ids) for address in sorted({*permalinks.locked, *permalinks.live}))
    titles = {language: _titles(permalinks, built, language) for language in LANGUAGES}
    retitled = permalink_retitled.check_retitled(permalinks, titles)
    return [*filter(None, lost), *(problem for problem in retitled if not problem.warning)]


def _lost(permalinks: Permalinks, address: Address, ids: Mapping[str, frozenset[str]]) -> Problem | None:
    found = permalinks.resolve(address)
    for language in LANGUAGES:
        for each in (address, found):
            if isinstance(each, Address) and not _resolves(each, language, ids):
                line = permalink_lost.suggest_redirect(permalinks, address)
                values = {"address": address, "url": f"/{each.url(language)}", "line": line}
                return Problem(Path(page_url(address.path, language) + "index.html"), 0, "lost-built", values)
    return None


def _resolves(address: Address, language: str, ids: Mapping[str, frozenset[str]]) -> bool:
    on_page = ids.get(page_url(address.path, language))
    return on_page is not None and (not address.id or address.id in on_page)


def _titles(permalinks: Permalinks, built: Mapping[str, BuiltPage], language: str) -> Titles:
    """The built titles of the pages that are translated into a language."""
    urls = {path: page_url(path, language) for code, path in permalinks.pages if code == language}
    return {path: dict(built[url].titles) for path, url in urls.items() if url in built}
