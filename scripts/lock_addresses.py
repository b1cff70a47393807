"""Lock every address of the texts: add to records/addresses.txt the lines that it lacks, and take none away.

Exit code 0 when the lock is whole, 1 when something is wrong with the addresses: then nothing is written.

With --propose, as the publishing workflow runs it, the missing lines and those that records/translations.txt lacks become
one pull request, opened or brought up to date; main is never touched. Without $GITHUB_TOKEN they are only counted.
"""

import argparse
import datetime
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal import console
from portal.authoring.address_lock import complete_lock
from portal.authoring.translation_marks import complete_marks
from portal.content.compilation import read_content
from portal.content.permalinks import lock
from portal.content.problems import report
from portal.content.rules.permalinks import check_permalinks
from portal.content.translations import marks
from portal.git import BISHKEK
from portal.github import client
from portal.languages import LANGUAGES
from portal.wording.catalogue import word

ROOT = Path(__file__).resolve().parents[1]
BRANCH = "records"


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Complete the records of the project at `root`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--propose", action="store_true", help="propose the lines on GitHub instead of writing them")
    options = parser.parse_args(argv)
    console.in_utf8()
    edition = read_content(root / "docs")
    problems = [problem for problem in (*edition.problems, *check_permalinks(edition)) if not problem.warning]
    if problems:
        print(report(problems), end="")
        return 1
    addresses = complete_lock(edition.permalinks, datetime.datetime.now(BISHKEK).date())
    missing = len(addresses) - len(edition.permalinks.lock)
    texts = {lock.FILE: lock.lock_text(addresses), marks.FILE: marks.format_marks(complete_marks(edition))}
    if options.propose:
        _propose({file: text for file, text in texts.items() if _text(root / file) != text}, missing)
    elif missing:
        (root / lock.FILE).parent.mkdir(exist_ok=True)
        (root / lock.FILE).write_text(texts[lock.FILE], encoding="utf-8", newline="\n")
    if missing or options.propose:
        print(f"{lock.FILE.as_posix()}: +{missing}")
    return 0


def _propose(texts: Mapping[Path, str], missing: int) -> None:
    repository = client.from_environment()
    if texts and repository:
        body = "\n\n".join(word("records_proposal", language, count=missing) for language in LANGUAGES)
        files = {file.as_posix(): text for file, text in texts.items()}
        main_branch = os.environ.get("GITHUB_REF_NAME", "main")
        repository.propose(BRANCH, main_branch, files, "Record new addresses and translations", body)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
