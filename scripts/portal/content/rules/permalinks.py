"""Rules of permalinks: addresses that are lost, retitled or reserved, and redirects that lead nowhere."""

from portal.addresses import PREFIXES, page_path
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.rules import permalink_lost, permalink_redirects, permalink_retitled
from portal.languages import LANGUAGES, ORIGINAL


def check_permalinks(edition: Edition) -> list[Problem]:
    permalinks = edition.permalinks
    titles = {language: permalink_retitled.titles_in(edition.pages, language) for language in LANGUAGES}
    return [
        *permalink_redirects.check_redirects(permalinks),
        *permalink_lost.check_lost(permalinks, _unreadable_paths(edition)),
        *permalink_retitled.check_retitled(permalinks, titles),
        *_reserved_addresses(edition),
    ]


def _unreadable_paths(edition: Edition) -> frozenset[str]:
    """The paths of Kyrgyz pages that exist but could not be read, which is reported elsewhere."""
    folder = f"{ORIGINAL}/"
    names = [name for name in edition.files if name.startswith(folder) and name.endswith(".md")]
    return frozenset(page_path(name.removeprefix(folder)) for name in names) - edition.originals.keys()


def _reserved_addresses(edition: Edition) -> list[Problem]:
    """Pages whose first folder is reserved for languages and neutral links."""
    folders = [(page, page.path.partition("/")[0]) for page in edition.all_pages]
    known = ", ".join(PREFIXES)
    return [page.problem(0, "address-reserved", name=name, known=known) for page, name in folders if name in PREFIXES]
