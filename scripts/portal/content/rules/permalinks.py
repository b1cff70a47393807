"""The addresses of the texts as they are written, and all that is wrong with them."""

from pathlib import Path

from portal.addresses import PREFIXES, page_path
from portal.content.edition import Content
from portal.content.permalinks import backlinks
from portal.content.permalinks.resolver import Permalinks, read_permalinks
from portal.content.problems import Problem
from portal.content.rules import permalink_lost, permalink_redirects, permalink_retitled
from portal.languages import LANGUAGES, ORIGINAL


def check_permalinks(root: Path, content: Content) -> tuple[Permalinks, list[Problem]]:
    """The record of the addresses of the project at `root`, and every problem of theirs."""
    record, problems = read_permalinks(root, content.pages)
    problems += permalink_redirects.check_redirects(record) + permalink_lost.check_lost(record, _unread(content))
    problems += permalink_retitled.check_retitled(
        record, {language: permalink_retitled.current_titles(record, language) for language in LANGUAGES}
    )
    return record, problems + _reserved(content) + backlinks.read_backlinks(root, record)[1]


def _unread(content: Content) -> frozenset[str]:
    """The paths of Kyrgyz pages that are there but could not be read, which is told elsewhere."""
    names = (
        name.removeprefix(f"{ORIGINAL}/")
        for name in content.files
        if name.startswith(f"{ORIGINAL}/") and name.endswith(".md")
    )
    return frozenset(map(page_path, names)) - content.originals.keys()


def _reserved(content: Content) -> list[Problem]:
    """Pages whose first folder the site keeps for languages and for links without one."""
    taken = [page for page in content.pages if page.path.partition("/")[0] in PREFIXES]
    return [
        Problem(page.file, 0, "address-reserved", {"name": page.path.partition("/")[0], "known": ", ".join(PREFIXES)})
        for page in taken
    ]
