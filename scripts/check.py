"""Check the Markdown under docs/ and the addresses it was published at, and tell, in Kyrgyz and Russian, what is wrong and how to mend it.

Everything is read, whatever PATH says: it only limits what is shown, and what --fix mends. Exit code 0 when no
error is shown (warnings are listed), 1 when there is one. In a workflow of GitHub the first problems are shown
beside their lines too, and all of them in the summary of the job.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.authoring.fixes import Fix, fix_file
from portal.content.compilation import check_content, read_content
from portal.content.problems import report
from portal.github import annotations
from portal.languages import LANGUAGES
from portal.publication.release.swap import Exchange
from portal.wording.catalogue import word

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _options(argv)
    console.in_utf8()
    Exchange(ROOT).settle()
    docs = options.docs.resolve()
    languages = [options.lang] if options.lang else ["ky", "ru"]
    if options.fix:
        print(_told(_fix(docs, options.paths), languages), end="")
    problems = check_content(read_content(docs))
    shown = [problem for problem in problems if _is_shown(problem.path, docs, options.paths)]
    told = report(shown, languages)
    if annotations.is_github():
        annotations.write_summary(shown)
        told = annotations.log(shown, told, annotations.changed_lines(docs.parent))
    print(told, end="")
    return int(any(not problem.warning for problem in shown))


def _fix(docs: Path, paths: Sequence[Path]) -> list[Fix]:
    """Mend what is safe in the pages chosen."""
    pages = [page for page in read_content(docs).all_pages if _is_shown(page.file, docs, paths)]
    return [done for page in pages for done in fix_file(docs.parent / page.file, page.file)]


def _told(mends: Sequence[Fix], languages: Sequence[str]) -> str:
    lines = [f"{done.path.as_posix()}:{done.line}  {visible(done.before)} → {visible(done.after)}" for done in mends]
    lines += [word("mended", language, number=len(mends)) for language in languages]
    return "".join(f"{line}\n" for line in lines)


def visible(text: str) -> str:
    """A text between quotation marks, in it the signs that nobody sees by their numbers: «Ө.[U+00A0]»."""
    return "«" + "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in text) + "»"


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="show only problems of these files or folders"
    )
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the messages (ky and ru unless told)")
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend what is safe (letters, quotation marks, dashes, spaces), tell what was done, then check",
    )
    parser.add_argument("--docs", type=Path, default=DOCS, help="folder of the languages (docs/ unless told)")
    options = parser.parse_args(argv)
    for path in (options.docs, *options.paths):
        # A mistyped name would otherwise look like a page without problems.
        path.exists() or parser.error(f"no such file or folder: {path}")
    return options


def _is_shown(name: Path, docs: Path, paths: Sequence[Path]) -> bool:
    file = docs.parent / name
    return not paths or any(file.is_relative_to(path.resolve()) for path in paths)


if __name__ == "__main__":
    sys.exit(main())
