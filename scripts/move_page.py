"""Move a page: rename its three files, mend the links that lead to it and from it, and write down where it went.

For example: scripts/move_page.py strategy/tasks strategy/role moves /strategy/tasks/ to /strategy/role/. The order of reading in
mkdocs.yml, the lines "source" and earlier lines of records/moved.yml follow. Look the changes over with "git diff".
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.addresses import Address, likely_address, parse_address
from portal.authoring import page_moves
from portal.content.compilation import read_content
from portal.content.problems import report

ROOT = Path(__file__).resolve().parents[1]


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Move a page of the project at `root`; 0 when it has moved, 1 when it stays where it was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", metavar="OLD", help="the page, as strategy/tasks")
    parser.add_argument("new", metavar="NEW", help="its new path, as strategy/role")
    options = parser.parse_args(argv)
    console.in_utf8()
    edition = read_content(root / "docs")
    old, new = page(options.old), page(options.new)
    if problems := page_moves.obstacles(edition.permalinks, old or likely_address(options.old), new, options.new):
        print(report(problems), end="")
        return 1
    plan = page_moves.plan(root, edition, old.path, new.path)
    page_moves.carry_out(root, plan)
    print("\n".join(f"{file}" for file in plan.told))
    return 0


def page(text: str) -> Address | None:
    """The address of a page as people type it, with or without slashes at its ends; None when it is no address."""
    return parse_address(f"{text.strip('/')}/")


if __name__ == "__main__":
    sys.exit(main())
