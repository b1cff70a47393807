"""The steps over the built HTML, run once after the last language, and the gate that ends them."""

from collections.abc import Mapping
from pathlib import Path

from portal import citation, integrity, scripts, sitemap, stylesheet
from portal.built import read_site
from portal.edition import Edition
from portal.permanence import forwards, gate, registry
from portal.permanence.frames import Frame
from portal.permanence.record import Record
from portal.problems import Problem
from portal.search import index


def publish(folder: Path, site_url: str, edition: Edition, record: Record, shells: Mapping[str, Frame]) -> list[Problem]:
    """Complete the built site in `folder`, to be served at `site_url` (ending in "/"); the problems that forbid it."""
    forwards.write(folder, record, shells)
    citation.write_codes(folder, site_url, edition)
    registry.write(folder, site_url, edition, record)
    pages = read_site(folder)
    stylesheet.write(folder)
    scripts.remove_sources(folder)
    sitemap.write(folder, site_url, pages)
    problems = integrity.check(folder, site_url, pages) + integrity.check_sections(pages, edition) + gate.check(record, pages)
    if all(problem.warning for problem in problems):
        index.build(folder)
    return problems
