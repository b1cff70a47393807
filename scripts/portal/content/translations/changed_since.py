"""Since when a section is behind, from git where there is any."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from portal import git
from portal.content.reading.pages import Page, read_page
from portal.content.translations.status import Pages, Status, marks_of, section_statuses
from portal.git import BISHKEK

MOST = 60
"""So many versions of a page are looked at."""


def versions(project: Path, file: Path) -> Iterator[tuple[date, Page]]:
    """The committed versions of a page, newest first, each with its day; none where there is no git."""
    log = git.text(
        project,
        "log",
        f"-{MOST}",
        "--follow",
        "--format=%x00%ct %H",
        "--name-only",
        "--relative",
        "--",
        file.as_posix(),
    )
    for entry in log.split("\0")[1:]:
        head, _, name = entry.strip().partition("\n\n")
        seconds, commit = head.split()
        page, _ = read_page(file, git.text(project, "show", f"{commit}:./{name.strip()}").encode())
        if page:
            yield datetime.fromtimestamp(int(seconds), BISHKEK).date(), page


def days_behind(project: Path, pages: Pages) -> dict[tuple[str, str, str], date]:
    """From which day sections of translations are behind, by (language, path, id).

    None for those that are not, and where the history is not at hand, is only a shallow copy, or never had the text followed.
    """
    waiting: dict[tuple[str, str], dict[tuple[str, str, str], str]] = {}
    for (language, path), page in pages.items():
        for section in section_statuses(page, pages):
            if section.state is Status.CHANGED:
                waiting.setdefault((section.original, path), {})[language, path, section.id] = marks_of(page)[
                    section.id
                ]
    if not waiting or git.text(project, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return {key: day for original, sought in waiting.items() for key, day in _days(project, pages[original], sought)}


def _days(
    project: Path, original: Page, sought: Mapping[tuple[str, str, str], str]
) -> Iterator[tuple[tuple[str, str, str], date]]:
    left, changed = dict(sought), None
    for day, version in versions(project, original.file):
        found = [key for key, followed in left.items() if version.fingerprints.get(key[2]) == followed]
        for key in found:
            del left[key]
            if changed:
                yield key, changed
        changed = day
        if not left:
            return
