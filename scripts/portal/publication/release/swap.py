"""The exchange of the published folder for a newly built one, by rename, so that one of the two is always whole."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Exchange:
    """A project's folders: `site` as published, and three beside each other in `build`.

    `build/site` is being made; `build/next` passed every gate and waits; `build/last` was published until now.
    """

    root: Path

    @property
    def site(self) -> Path:
        """The published folder."""
        return self.root / "site"

    def folder(self, name: str) -> Path:
        """A folder of `build`."""
        return self.root / "build" / name

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else is building or exchanging, and nobody begins to meanwhile; one that was killed holds nobody up."""
        lock = self.folder("lock")
        lock.parent.mkdir(exist_ok=True)
        with lock.open("w", encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    def settle(self) -> None:
        """Finish an interrupted exchange, as every command does first; one that is under way is left to its owner."""
        with self.alone() as alone:
            if alone:
                self.complete()

    def offer(self) -> None:
        """Declare `build/site` complete and put it in the place of `site`."""
        shutil.rmtree(self.folder("next"), ignore_errors=True)
        self.folder("site").rename(self.folder("next"))
        self.complete()

    def complete(self) -> bool:
        """Finish an exchange that was begun, wherever it stopped; whether there was one."""
        waiting = self.folder("next").is_dir()
        if waiting:
            if self.site.exists():
                shutil.rmtree(self.folder("last"), ignore_errors=True)
                self.site.rename(self.folder("last"))
            self.folder("next").rename(self.site)
        elif self.folder("last").is_dir() and not self.site.exists():
            self.folder("last").rename(self.site)
        shutil.rmtree(self.folder("last"), ignore_errors=True)
        return waiting
