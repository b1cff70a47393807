"""Check the Markdown under docs/ and the addresses it was published at, and tell, in Kyrgyz and Russian, what is wrong and how to mend it.

Everything is read, whatever PATH says: it only limits what is shown. Exit code 0 when no error is shown
(warnings are listed), 1 when there is one.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from portal.addresses import LANGUAGES
from portal.content import gather
from portal.exchange import Exchange
from portal.permanence.inspection import inspect
from portal.problems import Problem, report
from portal.rules import judge

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _options(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the console of Windows has no ө, ү, ң
    Exchange(ROOT).settle()
    docs = options.docs.resolve()
    content, problems = gather(docs)
    problems += judge(content) + inspect(docs.parent, content)[1]
    shown = [problem for problem in problems if _is_shown(problem, docs, options.paths)]
    print(report(shown, [options.lang] if options.lang else ["ky", "ru"]), end="")
    return int(any(not problem.warning for problem in shown))


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="show only problems of these files or folders")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the messages (ky and ru unless told)")
    parser.add_argument("--docs", type=Path, default=DOCS, help="folder of the languages (docs/ unless told)")
    options = parser.parse_args(argv)
    for path in (options.docs, *options.paths):
        # A mistyped name would otherwise look like a page without problems.
        path.exists() or parser.error(f"no such file or folder: {path}")
    return options


def _is_shown(problem: Problem, docs: Path, paths: Sequence[Path]) -> bool:
    file = docs.parent / problem.path
    return not paths or any(file.is_relative_to(path.resolve()) for path in paths)


if __name__ == "__main__":
    sys.exit(main())
