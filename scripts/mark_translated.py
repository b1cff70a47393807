"""Mark a translation as following the present text of its original, whole or by section.

    python scripts/mark_translated.py docs/ru/strategy/role.md             every section of it
    python scripts/mark_translated.py docs/ru/strategy/role.md status top  these sections
    python scripts/mark_translated.py docs/ky/strategy/role.md --spelling  after a correction of spelling:
        translations that followed the text before the correction follow it now

The marks are written into "follows" at the head of the translation. With --spelling and no ids the text before
the correction is taken from git: that of the last commit, or of the one before it when nothing has changed since.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from portal import console
from portal.authoring import translation_marks
from portal.authoring.translation_marks import Refusal
from portal.content.compilation import gather
from portal.languages import LANGUAGES
from portal.publication.release.swap import Exchange
from portal.wording.catalogue import catalogue

ROOT = Path(__file__).resolve().parents[1]


def main(argv: Sequence[str] | None = None, docs: Path = ROOT / "docs") -> int:
    """Run the command on the texts below `docs`; 0 when every mark asked for was written, 1 otherwise."""
    options = _options(argv)
    console.in_utf8()
    Exchange(ROOT).settle()
    content, _ = gather(docs.resolve())
    page = next((page for page in content.pages if docs.resolve().parent / page.file == options.path.resolve()), None)
    try:
        if page is None:
            raise Refusal("mark_no_page", path=options.path)
        work = translation_marks.carry_over_spelling if options.spelling else translation_marks.mark_sections
        done = work(page, options.ids, content.by_address, docs.resolve())
    except Refusal as refusal:
        _say([refusal.key], **refusal.values)
        return 1
    for file, names in done:
        _say(["marked"], file=file.as_posix(), ids=", ".join(f"#{name}" for name in names) or "—")
    return 0


def _say(keys: Iterable[str], **values: object) -> None:
    for key in keys:
        for language in LANGUAGES[:2]:
            print(translation_marks.filled(catalogue()[key][language], values))


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH", help="the translation; with --spelling the original")
    parser.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help='sections, "top" for what stands before the first of them (all unless told)',
    )
    parser.add_argument(
        "--spelling", action="store_true", help="carry current translations over a correction of spelling"
    )
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
