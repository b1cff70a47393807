"""Earlier texts of pages, from git; nothing is asked of it before it is needed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from portal import git
from portal.content.reading.pages import Page, read_page
from portal.content.translations.fingerprints import fingerprint, plain
from portal.content.translations.sections import Section, sections_of
from portal.git import Commit

SHOWN = re.compile(r"^(?:title|description|source):[ \t]*\S.*$", re.MULTILINE)
MOST = 60
"""So many versions of a page are looked at."""


@dataclass(frozen=True)
class History:
    """The history of the project at `root`; `former` has the paths that a moved page had before, by its path now."""

    root: Path
    former: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def commits(self) -> Mapping[str, list[Commit]]:
        """The commits on each file, by its path below docs/, newest first."""
        return git.file_history(self.root / "docs")

    @cached_property
    def last_changes(self) -> Mapping[str, date]:
        """The day on which the words of each file last changed; commits on typography and other facts do not count."""
        changed: dict[str, date] = {}
        waiting: dict[str, tuple[list[Commit], list[str] | None]] = {
            file: (commits, None) for file, commits in self.commits.items() if file.endswith(".md")
        }
        for at in range(MOST):
            found = git.contents(
                self.root, [f"{commits[at].id}:./docs/{file}" for file, (commits, _) in waiting.items()]
            )
            texts = [_words(data) for data in found]
            for (file, (commits, words)), text in zip(list(waiting.items()), texts, strict=True):
                if at and text != words:
                    del waiting[file]
                else:
                    changed[file] = commits[at].day
                    waiting[file] = (commits, text)
                    if at + 1 == len(commits):
                        del waiting[file]
        return changed

    def last_change(self, page: Page) -> date | None:
        """The day on which the words of a page last changed; None where none is known."""
        return self.last_changes.get(f"{page.language}/{page.place}")

    def followed(self, page: Page, original: Page, section: str, own: str) -> str | None:
        """The fingerprint of the original's section when the translation's section took its text `own`; None where git does not tell."""
        begun: Commit | None = None
        for commit, version in self._versions(page):
            if self._fingerprint(version, section) == own:
                begun = commit
            elif begun:
                break
        then = (version for commit, version in self._versions(original) if begun and commit.place >= begun.place)
        return self._fingerprint(next(then, None), section)

    def unchanged_since(self, page: Page, original: Page) -> bool:
        """Whether no commit on the original came after the first on the page."""
        ours, theirs = (self.commits.get(f"{each.language}/{each.place}", []) for each in (page, original))
        return not ours or not theirs or theirs[0].place >= ours[-1].place

    def replaced(self, original: Page, section: str, followed: str) -> tuple[date | None, Section | None]:
        """When the text with a fingerprint was replaced in the original, and the section as it was; Nones where git does not tell."""
        later: date | None = None
        for commit, version in self._versions(original):
            if self._fingerprint(version, section) == followed:
                return later, sections_of(version)[section]
            later = commit.day
        return None, None

    def _versions(self, page: Page) -> Iterator[tuple[Commit, Page]]:
        """The committed versions of a page, newest first."""
        found = [(commit, name) for name in self._names(page) for commit in self.commits.get(name, [])]
        names = sorted(found, key=lambda pair: pair[0].place)[:MOST]
        for commit, name in names:
            (data,) = git.contents(self.root, [f"{commit.id}:./docs/{name}"])
            version = read_page(page.file, data)[0] if data is not None else None
            if version:
                yield commit, version

    def _names(self, page: Page) -> Iterator[str]:
        """The files that a page is and was in."""
        yield f"{page.language}/{page.place}"
        for path in self.former.get(page.path, ()):
            yield from (f"{page.language}/{path}.md", f"{page.language}/{path}/index.md")

    def _fingerprint(self, version: Page | None, section: str) -> str | None:
        found = sections_of(version).get(section) if version else None
        return fingerprint(found) if found else None


def _words(data: bytes | None) -> list[str] | None:
    """The words of a file: of its text, and of those facts that readers see."""
    if data is None:
        return None
    text = data.decode("utf-8", "replace")
    head, _, body = text.partition("\n---") if text.startswith("---") else ("", "", text)
    return plain("\n".join([*SHOWN.findall(head), body]))
