"""Mark a translation as true to the present text of its original, whole or by section.

    .venv/bin/python scripts/mark_translated.py docs/ru/strategy/role.md             every section
    .venv/bin/python scripts/mark_translated.py docs/ru/strategy/role.md status top  these sections
    .venv/bin/python scripts/mark_translated.py docs/ky/strategy/role.md --spelling  after a spelling correction:
        translations that were true to the text before it are true to the text after it

The marks are written into "follows" at the head of the translation. With --spelling and no ids the text before the
correction is taken from git: from the last commit, or from the one before if nothing has changed since.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.authoring.translation_marks import Refusal, carry_over_spelling, mark_sections
from portal.content.compilation import gather


def main(argv: Sequence[str] | None = None, docs: Path = console.ROOT / "docs") -> int:
    """Run the command on the texts below `docs`; 0 when every mark asked for was written, 1 otherwise."""
    options = _options(argv)
    docs = docs.resolve()
    content, _ = gather(docs)
    page = next((page for page in content.pages if docs.parent / page.file == options.path.resolve()), None)
    try:
        if page is None:
            raise Refusal("mark_no_page", path=options.path)
        mark = carry_over_spelling if options.spelling else mark_sections
        done = mark(page, options.ids, content.by_address, docs)
    except Refusal as refusal:
        console.say(refusal.key, **refusal.values)
        return 1
    for file, ids in done:
        console.say("marked", file=file.as_posix(), ids=", ".join(f"#{id_}" for id_ in ids) or "—")
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = console.parser(__doc__)
    parser.add_argument("path", type=Path, metavar="PATH", help="the translation; with --spelling the original")
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help='sections, "top" for the text before the first; all by default'
    )
    parser.add_argument("--spelling", action="store_true", help="keep up-to-date translations so after a correction")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
