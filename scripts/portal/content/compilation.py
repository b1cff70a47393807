"""From the Markdown to an edition: read, check, put in order."""

from pathlib import Path

from portal import git
from portal.collecting import paused
from portal.content import rules
from portal.content.edition import Content, Edition
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading import files, navigation
from portal.content.reading.pages import read_pages
from portal.content.rules import judge, permalinks
from portal.content.translations import changed_since


def compile_edition(docs: Path) -> tuple[Edition, Permalinks, list[Problem]]:
    """The edition of the texts below `docs`, the record of their addresses, and every problem found in them."""
    content, problems = gather(docs)
    record, faults = permalinks.check_permalinks(docs.resolve().parent, content)
    edition = Edition(
        content.by_address,
        content.order or (),
        git.last_changes(docs),
        changed_since.days_behind(docs.parent, content.by_address),
    )
    return edition, record, problems + rules.judge(content) + faults


@paused()
def gather(docs: Path) -> tuple[Content, list[Problem]]:
    """All that stands under `docs` and beside it in mkdocs.yml, and what could not be read."""
    docs = docs.resolve()
    pages, problems = read_pages(docs)
    names = frozenset(file.relative_to(docs).as_posix() for file in files.find_files(docs)[0])
    return Content(tuple(pages), names, navigation.read_nav(docs.parent / "mkdocs.yml")), problems


def check(docs: Path) -> list[Problem]:
    """Every problem of every file under docs/, those of reading among them."""
    content, problems = gather(docs)
    return problems + judge(content)
