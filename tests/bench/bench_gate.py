"""How much the gate of addresses costs beside the MkDocs build of the same pages: processor seconds, at most a tenth of it.

bench_gate.py [PAGES]    pages in each of three languages, 1000 unless told
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.large_project import make_project
from portal.content.compilation import read_content
from portal.content.rules.permalinks import check_permalinks
from portal.publication.built_page import read_site
from portal.publication.gates.permalinks import check_published

LIMIT = 0.10


def main() -> int:
    """Build, measure, print; 1 when the gate takes more than its share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    count = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder) / "project", count)
        build, _ = spent(
            lambda: subprocess.run(
                [sys.executable, "-m", "mkdocs", "--quiet", "build"],
                cwd=project,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                check=True,
            )
        )
        edition = read_content(project / "docs")
        texts, problems = spent(lambda: check_permalinks(edition))
        reading, pages = spent(lambda: read_site(project / "build/site"))
        html, lost = spent(lambda: check_published(edition.permalinks, pages))
    share = (texts + html) / build
    print(
        f"pages: {count} × 3, locked: {len(edition.permalinks.locked)}, HTML files: {len(pages)}, problems: {len(problems) + len(lost)}"
    )
    print(
        f"build: {build:.1f} s; gate: {texts:.2f} s over the texts + {html:.2f} s over the HTML = {share:.1%} (limit {LIMIT:.0%})"
    )
    print(f"reading the HTML, once for all steps of publication: {reading:.2f} s = {reading / build:.1%}")
    return int(share > LIMIT or bool(problems) or bool(lost))


def spent(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of a piece of work, its own and its children's, and what it gave."""
    before = clock()
    result = work()
    return clock() - before, result


def clock() -> float:
    """Processor seconds until now, system time among them."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    sys.exit(main())
