"""Propose the lines that addresses/lock.txt lacks: one pull request, opened or brought up to date; main is never touched.

Run by the workflow that publishes. At home, without $GITHUB_TOKEN, it only counts the missing lines.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.authoring import address_lock
from portal.content.permalinks import lock
from portal.content.problems import report
from portal.github import client
from portal.languages import LANGUAGES
from portal.wording.catalogue import word

ROOT = Path(__file__).resolve().parents[1]
BRANCH = "addresses-lock"


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Propose the lock of the project at `root`; 1 when something is wrong with the addresses."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    console.in_utf8()
    try:
        whole, missing = address_lock.complete_lock(root)
    except address_lock.AddressProblems as wrong:
        print(report(wrong.problems), end="")
        return 1
    repository = client.Repository.of_workflow()
    if missing and repository:
        body = "\n\n".join(word("lock_proposal", language, count=missing) for language in LANGUAGES)
        repository.propose(
            BRANCH,
            os.environ.get("GITHUB_REF_NAME", "main"),
            {lock.FILE.as_posix(): lock.lock_text(whole)},
            "Lock the new addresses",
            body,
        )
    print(f"{lock.FILE}: +{missing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
