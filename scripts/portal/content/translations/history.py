"""Earlier versions of pages, read from git only when they are needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from portal import git
from portal.content.mending.page_files import read_page
from portal.content.reading.pages import Page
from portal.content.translations.fingerprints import section_fingerprint
from portal.content.translations.sections import Section, sections_of
from portal.git import Commit
from portal.store import UNKEPT, Results

MOST = 60
"""No more versions of a page are read."""


@dataclass(frozen=True)
class History:
    """The history of the project at `root`; `former` has the earlier paths of each moved page."""

    root: Path
    former: Mapping[str, Sequence[str]] = field(default_factory=dict)
    results: Results = UNKEPT

    @cached_property
    def commits(self) -> Mapping[str, list[Commit]]:
        """The commits on each file, by its path below docs/, newest first."""
        return git.file_history(self.root / "docs")

    def followed(self, page: Page, original: Page, section: str, own: str) -> str | None:
        """The fingerprint that the original's section had when the translation's section became `own`, if git knows."""
        first: Commit | None = None
        for commit, version in self._versions(page):
            if section_fingerprint(version, section) == own:
                first = commit
            elif first:
                break
        if first is None:
            return None
        older = (version for commit, version in self._versions(original) if commit.place >= first.place)
        return section_fingerprint(next(older, None), section)

    def unchanged_since(self, page: Page, original: Page) -> bool:
        """Whether no commit on the original came after the first on the page."""
        ours, theirs = (self.commits.get(each.docs_path, []) for each in (page, original))
        return not ours or not theirs or theirs[0].place >= ours[-1].place

    def replaced(self, original: Page, section: str, followed: str) -> tuple[date | None, Section | None]:
        """When the text with this fingerprint was replaced, and the section before; both None if git has no answer."""
        later: date | None = None
        for commit, version in self._versions(original):
            if section_fingerprint(version, section) == followed:
                return later, sections_of(version)[section]
            later = commit.day
        return None, None

    def versions(self, page: Page) -> list[tuple[Commit, str]]:
        """The commits on a page, newest first, each with the file that it was in then."""
        found = [(commit, name) for name in self._names(page) for commit in self.commits.get(name, [])]
        return sorted(found, key=lambda pair: pair[0].place)[:MOST]

    def _versions(self, page: Page) -> Iterator[tuple[Commit, Page]]:
        for commit, name in self.versions(page):
            if version := _read_version(self.root, commit.id, name, page.file):
                yield commit, version

    def _names(self, page: Page) -> Iterator[str]:
        """The files that a page is and was in."""
        yield page.docs_path
        for path in self.former.get(page.path, ()):
            yield from (f"{page.language}/{path}.md", f"{page.language}/{path}/index.md")


@lru_cache(maxsize=1000)
def _read_version(root: Path, commit: str, name: str, file: Path) -> Page | None:
    """The page `file` as a commit has it under `name`; kept, because every section of a page asks for the same ones."""
    (data,) = git.contents(root, [f"{commit}:./docs/{name}"])
    return read_page(file, data)[0] if data is not None else None
