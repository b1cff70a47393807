"""The results of the builds as Markdown: a table for each question, with a column for each number of documents."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from bench.contestants import CONTESTANTS, EDITED, HUGO, OURS, PAGEFIND, STOCK, Contestant
from bench.results import PAGES, Results

LIBRARIES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind", "hugo")
NONE = "–"
Rows = Mapping[str, Callable[[Results], str]]
PEERS = (HUGO, PAGEFIND)
COMPARED: Rows = {
    "full build ÷ (Hugo + Pagefind)": lambda found: f"{found.cpu(OURS) / found.cpu(*PEERS):.1f}",
    "full build ÷ stock Material": lambda found: f"{found.cpu(OURS) / found.cpu(STOCK):.2f}",
    "stock Material ÷ (Hugo + Pagefind)": lambda found: f"{found.cpu(STOCK) / found.cpu(*PEERS):.1f}",
    "after an edit ÷ full build": lambda found: f"{found.cpu(EDITED) / found.cpu(OURS):.2f}",
    "after an edit ÷ (Hugo + Pagefind)": lambda found: f"{found.cpu(EDITED) / found.cpu(*PEERS):.1f}",
}
HEAD = """# What builds cost

Written by `{command}` on {day} from commit {commit}; not to be edited by hand.

N documents in each of three languages beside the frozen edition: 45 % news, 40 % chapters, 15 % tasks, of thousands
of words that do not exist (`document_text.py`). Processor time is that of all processes of a command, the system's
included: the median of {rounds}, with the least and the most in brackets; in each round all contestants take turns.
Memory is the peak of all processes of a command together.

Machine: {processor}, {processors} processors, {system}, Python {python}; {versions}.
Load while measuring: {least:.1f} to {most:.1f}. Above {processors}, other work ran too, and figures are larger than on a free machine."""


def markdown(results: Mapping[int, Results], command: str, day: str, commit: str, loads: Sequence[float]) -> str:
    """The whole file."""
    head = HEAD.format(
        command=command,
        day=day,
        commit=commit,
        rounds=_rounds(results),
        processor=_processor(),
        processors=os.cpu_count(),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        versions=", ".join(f"{name} {version(name)}" for name in LIBRARIES),
        least=min(loads),
        most=max(loads),
    )
    return "\n\n".join([head, *_tables(results)]) + "\n"


def _rounds(results: Mapping[int, Results]) -> str:
    rounds = {len(spent) for found in results.values() for spent in found.spent.values()}
    return "one round" if rounds == {1} else f"{' or '.join(map(str, sorted(rounds)))} rounds"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def _tables(results: Mapping[int, Results]) -> Iterator[str]:
    built = {OURS.name: OURS, STOCK.name: STOCK, "Hugo + Pagefind": PAGEFIND}
    stages = list(dict.fromkeys(stage for found in results.values() for stage in found.stages))
    yield _table("Processor seconds", results, {one.name: _spread(one) for one in CONTESTANTS})
    yield _table("Compared", results, COMPARED)
    yield _growth(results)
    yield _table("Memory, MiB", results, {one.name: _memory(one) for one in CONTESTANTS})
    yield _table("Files of the site, and megabytes", results, {name: _size(one) for name, one in built.items()})
    yield _table("Processor seconds of each stage of ours, one build", results, {name: _stage(name) for name in stages})
    yield _table("Pages of ours, kilobytes as they are / compressed", results, {name: _weight(name) for name in PAGES})


def _table(title: str, results: Mapping[int, Results], rows: Rows) -> str:
    lines = [[name, *(cell(found) for found in results.values())] for name, cell in rows.items()]
    return _written(title, [f"N = {count:,}" for count in results], lines)


def _growth(results: Mapping[int, Results]) -> str:
    """The exponents of growth: 1 where twice as many documents take twice as long."""
    steps = list(pairwise(results.items()))
    lines = [
        [
            one.name,
            *(f"{math.log(to.cpu(one) / of.cpu(one)) / math.log(more / few):.2f}" for (few, of), (more, to) in steps),
        ]
        for one in CONTESTANTS
    ]
    return _written("Exponents of growth", [f"{few:,} to {more:,}" for (few, _), (more, _) in steps], lines)


def _written(title: str, columns: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rows = [["", *columns], ["---", *("---:" for _ in columns)], *lines]
    return f"## {title}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _spread(one: Contestant) -> Callable[[Results], str]:
    def cell(found: Results) -> str:
        least, most = (choose(spent.cpu for spent in found.spent[one]) for choose in (min, max))
        return f"{found.cpu(one):.1f}" + (f" ({least:.1f}–{most:.1f})" if least < most else "")

    return cell


def _memory(one: Contestant) -> Callable[[Results], str]:
    return lambda found: f"{found.memory(one):,.0f}"


def _size(one: Contestant) -> Callable[[Results], str]:
    return lambda found: f"{found.sites[one][0]:,} · {found.sites[one][1] / 1_000_000:.1f}"


def _stage(name: str) -> Callable[[Results], str]:
    return lambda found: f"{found.stages[name]:.1f}" if name in found.stages else NONE


def _weight(name: str) -> Callable[[Results], str]:
    return lambda found: " / ".join(f"{size / 1000:.1f}" for size in found.weights.get(name, ())) or NONE
