"""The commit from which the site is built."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal import git
from portal.console import ROOT


@dataclass(frozen=True)
class BuiltFrom:
    """The newest commit and its day, and whether files differ from it."""

    commit: str
    day: date
    is_changed: bool

    @property
    def short(self) -> str:
        return self.commit[:10]


def built_from(root: Path = ROOT) -> BuiltFrom | None:
    """None where there is no git or no commit."""
    found = git.head(root)
    return BuiltFrom(found.id, found.day, git.is_changed(root)) if found else None
