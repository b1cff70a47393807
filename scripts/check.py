"""Check the Markdown under docs/ and its addresses; print in Kyrgyz and Russian what is wrong and how to fix it.

    make check
    python scripts/check.py --lang en              messages in English
    python scripts/check.py docs/ky/news           only problems of these files or folders
    python scripts/check.py --fix docs/ky/news     first write into them what is mended on the way

Everything is read, whatever PATH says: it only limits what is shown and fixed. Exit code 1 when an error is shown,
0 otherwise; warnings are listed. In a GitHub workflow the problems of a proposal also appear beside their lines and in
the summary of the job; warnings on pages that it does not touch are only counted.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal import console
from portal.authoring.fixes import fixed_file
from portal.content.compilation import check_content, read_content
from portal.content.edition import Edition
from portal.content.problems import Problem, in_order, message, report
from portal.content.reading.pages import Page
from portal.github import workflow_commands
from portal.github.workflow_commands import Annotation
from portal.languages import LANGUAGES, NAMES, STAFF_LANGUAGES
from portal.rendering.article.changed_pages import check_changed_pages
from portal.store import Store
from portal.wording.phrases import phrase

MOST_LINES = 10


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    docs = options.docs.resolve()
    languages = [options.lang] if options.lang else STAFF_LANGUAGES
    if options.fix:
        _fix(docs.parent, _mended_pages(read_content(docs), docs, options.paths), languages)
    with Store(docs.parent) as store:
        edition = read_content(docs, store)
        problems = check_content(edition)
    if edition.permalinks.baseline.commit is None:
        console.warn("without_git")
    told = {(problem.path, problem.line) for problem in problems}
    differing = check_changed_pages(edition, docs.parent / "mkdocs.yml")
    problems += [problem for problem in differing if (problem.path, problem.line) not in told]
    shown = [problem for problem in problems if _is_shown(problem.path, docs, options.paths)]
    mended = _mended_pages(edition, docs, options.paths)
    if workflow_commands.is_github():
        changed = workflow_commands.changed_lines(docs.parent)
        own = [problem for problem in shown if _is_own(problem, changed)]
        others = len(shown) - len(own)
        mended = [page for page in mended if page.file.as_posix() in changed]
        reports = {code: _report(own, others, mended, [code]) for code in STAFF_LANGUAGES}
        workflow_commands.write_summary({NAMES[code]: text for code, text in reports.items()})
        with workflow_commands.quoting():
            print(_report(own, others, mended, languages), end="")
        for command in workflow_commands.annotate(annotations(own), changed):
            print(command)
    else:
        print(_report(shown, 0, mended, languages), end="")
    return int(any(not problem.warning for problem in shown))


def _is_own(problem: Problem, changed: Mapping[str, frozenset[int]]) -> bool:
    """Whether a proposal must see a problem: an error, or one on a page that it changes in any language."""
    pages = {Path(file).parts[2:] for file in changed}
    return not changed or not problem.warning or problem.path.parts[2:] in pages or problem.path.parts[0] != "docs"


def _report(own: Sequence[Problem], others: int, mended: Sequence[Page], languages: Sequence[str]) -> str:
    """The problems of a proposal, how many warnings there are elsewhere, and what is mended on the way."""
    lines = [phrase("warnings_elsewhere", language, count=others) for language in languages] if others else []
    for page in mended:
        lines_mended = list(dict.fromkeys(fix.line for fix in page.fixes))
        numbers = ", ".join(map(str, lines_mended[:MOST_LINES])) + ", …" * (len(lines_mended) > MOST_LINES)
        lines += [phrase("mended", language, file=page.file.as_posix(), lines=numbers) for language in languages]
    return report(own, languages) + "".join(f"{line}\n" for line in lines)


def annotations(problems: Sequence[Problem]) -> list[Annotation]:
    """Problems as GitHub shows them, in the order of the report."""
    return [
        Annotation(
            "warning" if problem.warning else "error",
            "\n".join([*(message(problem, language) for language in STAFF_LANGUAGES), *problem.sample]),
            problem.path.as_posix(),
            problem.line,
        )
        for problem in in_order(problems)
    ]


def _mended_pages(edition: Edition, docs: Path, paths: Sequence[Path]) -> list[Page]:
    return [page for page in edition.all_pages if page.fixes and _is_shown(page.file, docs, paths)]


def _fix(root: Path, pages: Sequence[Page], languages: Sequence[str]) -> None:
    """Write the mended pages, and print each fix."""
    for page in pages:
        file = root / page.file
        file.write_bytes(fixed_file(page.file, file.read_bytes()))
        for fix in page.fixes:
            print(f"{page.file.as_posix()}:{fix.line}  {_visible(fix.before)} → {_visible(fix.after)}")
    for language in languages:
        print(phrase("fixed", language, number=sum(len(page.fixes) for page in pages)))


def _visible(text: str) -> str:
    """A text in quotation marks, with invisible characters written as their numbers: «Ө.[U+00A0]»."""
    return "«" + "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in text) + "»"


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = console.parser(__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders, everything by default")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the messages, ky and ru by default")
    parser.add_argument("--fix", action="store_true", help="first write into the files what is mended on the way")
    parser.add_argument("--docs", type=Path, default=console.ROOT / "docs", help="folder of the languages")
    options = parser.parse_args(argv)
    for path in (options.docs, *options.paths):
        if not path.exists():  # A mistyped name would otherwise look like a page without problems.
            parser.error(f"no such file or folder: {path}")
    return options


def _is_shown(name: Path, docs: Path, paths: Sequence[Path]) -> bool:
    file = docs.parent / name
    return not paths or any(file.is_relative_to(path.resolve()) for path in paths)


if __name__ == "__main__":
    sys.exit(main())
