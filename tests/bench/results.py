"""What the builds cost and weigh, by number of documents."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.contestants import Contestant
from bench.spending import Spent

PAGES = {
    "home": "index.html",
    "one unchanged chapter": "strategy/role/index.html",
    "list of news": "news/index.html",
    "state of translations": "status/index.html",
    "permanent links": "about/links/index.html",
    "search page": "search/index.html",
    "404": "404.html",
    "addresses.json": "addresses.json",
    "links.json": "links.json",
    "sitemap.xml": "sitemap.xml",
}


@dataclass
class Results:
    """What was measured of a number of documents."""

    spent: dict[Contestant, list[Spent]] = field(default_factory=dict)
    sites: dict[Contestant, tuple[int, int]] = field(default_factory=dict)
    """Files and bytes of each whole site."""
    weights: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Bytes of some pages of ours, as they are and compressed."""
    stages: Mapping[str, float] = field(default_factory=dict)
    """Processor seconds of each stage of a build of ours."""

    def cpu(self, *contestants: Contestant) -> float:
        """Processor seconds, the sum of the medians."""
        return sum(median(each.cpu for each in self.spent[one]) for one in contestants)

    def memory(self, contestant: Contestant) -> float:
        return median(each.memory for each in self.spent[contestant])


def site_size(folder: Path) -> tuple[int, int]:
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)


def page_weights(site: Path) -> dict[str, tuple[int, int]]:
    found = {name: (site / file).read_bytes() for name, file in PAGES.items() if (site / file).is_file()}
    return {name: (len(data), len(gzip.compress(data, 6))) for name, data in found.items()}
