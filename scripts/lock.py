"""Lock every address that the texts have: add to addresses/lock.txt the lines that it lacks, and take none away.

Exit code 0 when the lock is whole, 1 when something is wrong with the addresses: then nothing is written.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from portal.content import gather
from portal.history import BISHKEK
from portal.permanence import inspection, lock, locking
from portal.problems import report

ROOT = Path(__file__).resolve().parents[1]


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write the lock of the project at `root`."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    record, problems = inspection.inspect(root, gather(root / "docs")[0])
    if errors := [problem for problem in problems if not problem.warning]:
        print(report(errors), end="")
        return 1
    whole = locking.extended(record, datetime.now(BISHKEK).date())
    if missing := len(whole) - len(record.lock):
        (root / lock.FILE).parent.mkdir(exist_ok=True)
        (root / lock.FILE).write_text(lock.write(whole), encoding="utf-8")
        print(f"{lock.FILE}: +{missing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
