"""The addresses of the texts: lost, retitled or reserved, and redirects that lead nowhere."""

from portal.addresses import PREFIXES, page_path
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.rules import permalink_lost, permalink_redirects, permalink_retitled
from portal.languages import LANGUAGES, ORIGINAL


def check_permalinks(edition: Edition) -> list[Problem]:
    """Every problem of the addresses of an edition."""
    permalinks = edition.permalinks
    titles = {language: permalink_retitled.current_titles(permalinks, language) for language in LANGUAGES}
    return [
        *permalink_redirects.check_redirects(permalinks),
        *permalink_lost.check_lost(permalinks, _unread(edition)),
        *permalink_retitled.check_retitled(permalinks, titles),
        *_reserved(edition),
    ]


def _unread(edition: Edition) -> frozenset[str]:
    """The paths of Kyrgyz pages that are there but could not be read, which is told elsewhere."""
    names = (
        name.removeprefix(f"{ORIGINAL}/")
        for name in edition.files
        if name.startswith(f"{ORIGINAL}/") and name.endswith(".md")
    )
    return frozenset(map(page_path, names)) - edition.originals.keys()


def _reserved(edition: Edition) -> list[Problem]:
    """Pages whose first folder the site keeps for languages and for links without one."""
    taken = [page for page in edition.all_pages if page.path.partition("/")[0] in PREFIXES]
    return [
        Problem(page.file, 0, "address-reserved", {"name": page.path.partition("/")[0], "known": ", ".join(PREFIXES)})
        for page in taken
    ]
