"""Bring records/translations.txt up to date: which text of the original each section of a translation follows.

    make mark                                                 from the texts and their history; nobody types a line
    python scripts/mark_translated.py docs/ru/strategy/role.md              this translation is up to date
    python scripts/mark_translated.py docs/ru/strategy/role.md status top   these sections of it are

"top" is what comes before the first section.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.authoring.translation_marks import UnknownSectionError, complete_marks, mark_current
from portal.content.compilation import read_content
from portal.content.edition import Edition
from portal.content.translations.marks import FILE, Marks, format_marks


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Run the command in the project at `root`; 1 if there is nothing to mark at the path."""
    parser = console.parser(__doc__)
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="a translation that is up to date")
    parser.add_argument("ids", nargs="*", metavar="ID", help="sections of it (all by default)")
    options = parser.parse_args(argv)
    edition = read_content(root / "docs")
    if options.path is None:
        return _write(root, complete_marks(edition))
    return _mark(root, edition, options.path, options.ids)


def _mark(root: Path, edition: Edition, path: Path, ids: Sequence[str]) -> int:
    page = next((page for page in edition.all_pages if (root / page.file).resolve() == path.resolve()), None)
    if page is None:
        return _refuse("mark_no_page", path=path)
    if page.language == edition.translations.original_language(page.path):
        return _refuse("mark_original", path=page.file.as_posix())
    try:
        marks, marked = mark_current(edition, page, ids)
    except UnknownSectionError as unknown:
        known = ", ".join(edition.translations.sections(page.language, page.path))
        return _refuse("mark_no_section", id=unknown, path=page.file.as_posix(), ids=known)
    console.say("marked", file=page.file.as_posix(), ids=", ".join(f"#{name}" for name in marked))
    return _write(root, marks)


def _write(root: Path, marks: Marks) -> int:
    file = root / FILE
    text = format_marks(marks)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(FILE.as_posix())
    return 0


def _refuse(key: str, **values: object) -> int:
    console.say(key, **values)
    return 1


if __name__ == "__main__":
    sys.exit(main())
