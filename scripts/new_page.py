"""Begin a new page: write its file with what every such page needs, and samples in place of its text.

    make page NEW='news "Жаңылыктын аталышы"'
    python scripts/new_page.py news "Жаңылыктын аталышы"       a news item of today
    python scripts/new_page.py chapter "Бөлүмдүн аталышы"      a chapter at the end of the strategy
    python scripts/new_page.py --lang ru strategy/role         a translation of a page

The file is named after the title in Latin letters; rename it before it is published, never afterwards. No file is
overwritten. The check refuses the samples until they are replaced.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.addresses import likely_address
from portal.authoring.new_page import NAV, chapter_files, news_files, translation_files, write_files
from portal.clock import today
from portal.content.compilation import read_content
from portal.languages import LANGUAGES, ORIGINAL


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Begin a page of the project at `root`; 1 if its file is there already or it has no original."""
    parser = console.parser(__doc__)
    parser.add_argument("kind", metavar="KIND", help="news, chapter, or with --lang the page to translate")
    parser.add_argument("title", nargs="?", metavar="TITLE", help="title of the news item or chapter")
    parser.add_argument("--lang", choices=[each for each in LANGUAGES if each != ORIGINAL], help="of a translation")
    options = parser.parse_args(argv)
    if not options.lang and (options.kind not in ("news", "chapter") or not options.title):
        parser.error('give the kind and the title, as in: news "Жаңылыктын аталышы"')
    if options.lang:
        return _translate(root, options.kind, options.lang)
    if options.kind == "news":
        return _write(root, news_files(options.title, today()))
    return _write(root, chapter_files(options.title, today(), (root / NAV).read_text(encoding="utf-8")))


def _translate(root: Path, page: str, language: str) -> int:
    try:
        files = translation_files(read_content(root / "docs"), likely_address(page.replace("\\", "/")).path, language)
    except KeyError:
        return _refuse("mark_no_page", page)
    return _write(root, files)


def _write(root: Path, files: dict[Path, str]) -> int:
    page = next(iter(files))
    if (root / page).exists():
        return _refuse("new_page_exists", page.as_posix())
    write_files(root, files)
    print("".join(f"+ {name.as_posix()}\n" for name in files), end="")
    console.say("new_page_next", path=page.as_posix())
    return 0


def _refuse(key: str, path: str) -> int:
    console.say(key, path=path)
    return 1


if __name__ == "__main__":
    sys.exit(main())
