"""Move a page: rename its three files, update the links to it and from it, and record where it went.

    python scripts/move_page.py strategy/tasks strategy/role    moves /strategy/tasks/ to /strategy/role/

A page may also be named by one of its files: docs/ky/strategy/tasks.md.

The reading order in mkdocs.yml, "based_on" in the pages and earlier lines in records/ are updated too.
Look the changes over with "git diff".
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.addresses import Address, likely_address, page_path, parse_address
from portal.authoring.page_moves import PageMove, check_move, write_changes
from portal.content.compilation import read_content
from portal.content.problems import report
from portal.languages import LANGUAGES

FOLDERS = re.compile(rf"^(?:.*docs/)?(?:{'|'.join(LANGUAGES)})/(?=.*\.md$)")


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Move a page of the project at `root`; 1 if it cannot be moved."""
    parser = console.parser(__doc__)
    parser.add_argument("old", metavar="OLD", help="the page, as strategy/tasks")
    parser.add_argument("new", metavar="NEW", help="its new path, as strategy/role")
    options = parser.parse_args(argv)
    edition = read_content(root / "docs")
    old, new = _page(options.old) or likely_address(options.old), _page(options.new)
    problems = check_move(edition.permalinks, old, new, options.new)
    if problems or new is None:
        print(report(problems), end="")
        return 1
    changes = PageMove(edition, old.path, new.path).changes(root)
    write_changes(root, changes)
    deleted = [name for name, text in changes.items() if text is None]
    print("\n".join([*(f"- {name}" for name in deleted), *(f"+ {name}" for name in sorted(changes.keys() - deleted))]))
    return 0


def _page(text: str) -> Address | None:
    """The address in what was typed, the path of a file or an address; None if it is neither."""
    name = FOLDERS.sub("", text.replace("\\", "/"))
    return parse_address(f"{page_path(name).strip('/')}/")


if __name__ == "__main__":
    sys.exit(main())
