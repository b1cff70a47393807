"""Add to addresses/lock.txt the addresses of the texts that it lacks; none is ever removed.

    make lock
    make propose-lock    on GitHub, propose them in one pull request instead, which later runs keep up to date

Without $GITHUB_TOKEN, --propose only counts what is missing. Exit code 1 when something is wrong with the addresses:
then nothing is written or proposed.
"""

import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.authoring.address_lock import extend_lock
from portal.content.compilation import gather
from portal.content.permalinks import lock
from portal.content.problems import report
from portal.content.rules.permalinks import check_permalinks
from portal.git import BISHKEK
from portal.github.client import Repository
from portal.languages import LANGUAGES
from portal.wording.catalogue import word

BRANCH = "addresses-lock"


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Extend the lock of the project at `root`, or propose to."""
    parser = console.parser(__doc__)
    parser.add_argument("--propose", action="store_true", help="propose the missing lines on GitHub, write no file")
    propose = parser.parse_args(argv).propose
    permalinks, problems = check_permalinks(root, gather(root / "docs")[0])
    if permalinks.base.commit is None:
        console.warn("without_git")
    if errors := [problem for problem in problems if not problem.warning]:
        print(report(errors), end="")
        return 1
    extended = extend_lock(permalinks, datetime.datetime.now(BISHKEK).date())
    missing = len(extended) - len(permalinks.lock)
    if missing:
        text = lock.lock_text(extended)
        if propose:
            _propose(text, missing)
        else:
            (root / lock.FILE).parent.mkdir(exist_ok=True)
            (root / lock.FILE).write_text(text, encoding="utf-8", newline="\n")
        print(f"{lock.FILE.as_posix()}: +{missing}")
    return 0


def _propose(text: str, missing: int) -> None:
    if repository := Repository.of_workflow():
        base = os.environ.get("GITHUB_REF_NAME", "main")
        body = "\n\n".join(word("lock_proposal", language, count=missing) for language in LANGUAGES)
        repository.propose(BRANCH, base, {lock.FILE.as_posix(): text}, "Lock the new addresses", body)


if __name__ == "__main__":
    sys.exit(main())
