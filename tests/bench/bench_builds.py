"""What builds, checks and rebuilds cost beside stock Material and Hugo with Pagefind, on the same texts.

    make bench
    make bench SIZES="30 100" ROUNDS=1      documents in each of three languages, and how often

Writes tests/bench/RESULTS.md. With 1,000 documents a round takes minutes. Runs on Linux.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.contestants import CONTESTANTS, ENVIRONMENT, OURS, PYTHON, make_folders, prepare
from bench.report import markdown
from bench.results import Results, page_weights, site_size
from bench.spending import spend
from portal import console
from portal.clock import today
from projects import ROOT, git

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
SIZES = (30, 100, 300, 1000)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure each size in turn, and write the results after each."""
    parser = console.parser(__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(argv)
    sizes, results, loads = sorted(set(options.sizes)), dict[int, Results](), list[float]()
    for count in sizes:
        with tempfile.TemporaryDirectory() as place:
            results[count] = measure(Path(place), count, options.rounds, loads)
        command = f'make bench SIZES="{" ".join(map(str, results))}" ROUNDS={options.rounds}'
        text = markdown(results, command, today().isoformat(), git(ROOT, "rev-parse", "--short=10", "HEAD"), loads)
        RESULTS.write_text(text, encoding="utf-8", newline="\n")
    print(RESULTS.relative_to(ROOT))
    return 0


def measure(place: Path, count: int, rounds: int, loads: list[float]) -> Results:
    """The results of all contestants with so many documents; what is built stays below `place`."""
    _tell(f"{count} × 3: texts")
    make_folders(place, count)
    found = Results({one: [] for one in CONTESTANTS})
    for number in range(1, rounds + 1):
        for one in CONTESTANTS:
            prepare(one, place / one.folder)
            spent = spend(one.command, place / one.folder, ENVIRONMENT)
            loads.append(os.getloadavg()[0])
            found.spent[one].append(spent)
            _tell(f"{count} × 3, round {number} of {rounds}: {one.name}: {spent.cpu:.1f} s, {spent.memory:.0f} MiB")
    found.sites = {one: site_size(place / one.folder / one.site) for one in CONTESTANTS if one.site}
    found.weights = page_weights(place / OURS.folder / OURS.site)
    _tell(f"{count} × 3: stages")
    prepare(OURS, place / OURS.folder)  # Without what earlier builds kept.
    spend((*PYTHON, str(HERE / "stages.py"), str(place / "stages.json")), place / OURS.folder, ENVIRONMENT)
    found.stages = json.loads((place / "stages.json").read_text(encoding="utf-8"))
    return found


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
