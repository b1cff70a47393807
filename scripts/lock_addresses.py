"""Lock every address that the texts have: add to addresses/lock.txt the lines that it lacks, and take none away.

Exit code 0 when the lock is whole, 1 when something is wrong with the addresses: then nothing is written.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from portal import console
from portal.authoring import address_lock
from portal.content.permalinks import lock
from portal.content.problems import report

ROOT = Path(__file__).resolve().parents[1]


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write the lock of the project at `root`."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    console.in_utf8()
    try:
        whole, missing = address_lock.complete_lock(root)
    except address_lock.AddressProblems as wrong:
        print(report(wrong.problems), end="")
        return 1
    if missing:
        (root / lock.FILE).parent.mkdir(exist_ok=True)
        (root / lock.FILE).write_text(lock.lock_text(whole), encoding="utf-8")
        print(f"{lock.FILE}: +{missing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
