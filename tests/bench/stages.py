"""Build the project in the working directory with MkDocs, and print the processor seconds of each stage as JSON.

    stages.py RESULT    the file that they are written into

The clock is around the functions that join the stages: the program itself knows nothing of it. What is in none of
them is MkDocs with the templates.
"""

from __future__ import annotations

import json
import resource
import sys
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

REST = "MkDocs and templates"
STAGES = {"content": "content", "search": "search", "gates": "gates"}
"""The stage of a step by the folder that it stands in; the others are publication."""


class Clock:
    """Processor seconds by stage, those of ended processes among them."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.stage, self.last = REST, 0.0

    def change(self, stage: str) -> str:
        """Count what was spent until now; returns the stage that it was for."""
        now, last = _spent(), self.stage
        self.spent[last] += now - self.last
        self.stage, self.last = stage, now
        return last

    def around(self, module: ModuleType, name: str, stage: str) -> None:
        work: Callable[..., Any] = getattr(module, name)

        @wraps(work)
        def run(*arguments: Any, **options: Any) -> Any:
            outer = self.change(stage)
            try:
                return work(*arguments, **options)
            finally:
                self.change(outer)

        setattr(module, name, run)


def _spent() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    sys.path.insert(0, str(Path("scripts").resolve()))
    clock = Clock()
    from mkdocs.__main__ import cli

    import portal.content.compilation
    import portal.publication.steps

    for name in ("read_content", "check_content"):
        clock.around(portal.content.compilation, name, "content")
    for name, step in list(vars(portal.publication.steps).items()):
        folders = str(getattr(step, "__module__", "")).split(".")
        if callable(step) and folders[:2] == ["portal", "publication"] and folders[-1] != "steps":
            clock.around(portal.publication.steps, name, STAGES.get(folders[2], "publication"))
    cli(["--quiet", "build", "--strict"], standalone_mode=False)
    clock.change(REST)
    Path(sys.argv[1]).write_text(json.dumps(clock.spent), encoding="utf-8")


if __name__ == "__main__":
    main()
