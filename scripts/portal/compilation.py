"""From the Markdown to an edition: read, check, put in order."""

from collections.abc import Iterable
from pathlib import Path

from portal import history, rules
from portal.addresses import ORIGINAL
from portal.edition import Edition, order_of
from portal.pages import read
from portal.problems import Problem


def compile_edition(docs: Path, nav: Iterable[object]) -> tuple[Edition, list[Problem]]:
    """The edition of the texts below `docs` in the order of `nav`, and every problem found in them."""
    pages, _ = read(docs)
    edition = Edition({(page.language, page.path): page for page in pages}, order_of(nav), history.last_changes(docs))
    return edition, [*rules.check(docs), *out_of_order(edition)]


def out_of_order(edition: Edition) -> list[Problem]:
    """Pages that no list would show: Kyrgyz originals outside the news that the navigation lacks, and entries without a page."""
    originals = {path: page for (language, path), page in edition.pages.items() if language == ORIGINAL}
    listed = {path for path in originals if path.startswith("news/")} | set(edition.order)
    lost = [Problem(originals[path].file, 1, "not-in-nav", {"name": originals[path].file.name}) for path in sorted(set(originals) - listed)]
    empty = [Problem(Path("mkdocs.yml"), 0, "nav-without-page", {"path": path}) for path in edition.order if path not in originals]
    return lost + empty
