"""Add to records/addresses.txt the addresses of the texts that it lacks, and sort it; none is ever removed.

    make lock
    make propose-records    on GitHub, propose them in one pull request, with what records/translations.txt lacks
                            and what is mended in the texts; later runs keep it up to date

Without $GITHUB_TOKEN, --propose only counts what is missing; what GitHub refuses is a warning. Exit code 1 when
something is wrong with the addresses: then nothing is written or proposed.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal import console
from portal.authoring.address_lock import complete_lock
from portal.authoring.fixes import fixed_file
from portal.authoring.translation_marks import complete_marks
from portal.clock import today
from portal.content.compilation import read_content
from portal.content.permalinks import lock
from portal.content.problems import report
from portal.content.reading.files import read_record
from portal.content.rules.permalinks import check_permalinks
from portal.content.translations import marks
from portal.github.client import Repository
from portal.github.failures import GitHubError
from portal.github.workflow_commands import quoting, tell
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase

BRANCH = "records"


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Complete the lock of the project at `root`, or propose to; 1 if an address is wrong."""
    parser = console.parser(__doc__)
    parser.add_argument("--propose", action="store_true", help="propose the missing lines on GitHub, write no file")
    propose = parser.parse_args(argv).propose
    edition = read_content(root / "docs")
    if edition.permalinks.baseline.commit is None:
        console.warn("without_git")
    problems = [*edition.problems, *check_permalinks(edition)]
    if errors := [problem for problem in problems if not problem.warning]:
        with quoting():
            print(report(errors), end="")
        return 1
    addresses = complete_lock(edition.permalinks, today())
    missing = len(addresses) - len(edition.permalinks.lock)
    if propose:
        texts = {lock.FILE: lock.format_lock(addresses), marks.FILE: marks.format_marks(complete_marks(edition))}
        mended = (page.file for page in edition.all_pages if page.fixes)
        texts |= {file: fixed_file(file, (root / file).read_bytes()).decode("utf-8") for file in mended}
        try:
            _propose(root, texts, missing)
        except GitHubError as error:  # The site is out: a setting must not make its run look failed.
            tell("warning", error.key, **error.values)
    elif _write(root / lock.FILE, lock.format_lock(addresses)) and not missing:
        print(lock.FILE.as_posix())
    if missing:
        print(f"{lock.FILE.as_posix()}: +{missing}")
    return 0


def _write(file: Path, text: str) -> bool:
    """Whether a file had another text: lines are missing, or stand in another order."""
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return False
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return True


def _propose(root: Path, texts: Mapping[Path, str], missing: int) -> None:
    """Propose those of the files that differ from the present ones."""
    present = {file: read_record(root, file, lambda text: (text, []))[0] for file in texts}
    changed = {file.as_posix(): text for file, text in texts.items() if text != present[file]}
    repository = Repository.of_workflow()
    if changed and repository:
        base = os.environ.get("GITHUB_REF_NAME", "main")
        body = "\n\n".join(phrase("records_proposal", language, count=missing) for language in LANGUAGES)
        repository.propose(BRANCH, base, changed, "Record new addresses and translations, write what is mended", body)


if __name__ == "__main__":
    sys.exit(main())
