"""The steps over the built HTML, run once after the last language, and the gate that ends them."""

from pathlib import Path

from portal import integrity, sitemap
from portal.built import read_site
from portal.edition import Edition
from portal.problems import Problem
from portal.search import index


def publish(folder: Path, site_url: str, edition: Edition) -> list[Problem]:
    """Complete the built site in `folder`, to be served at `site_url` (ending in "/"); the problems that forbid it."""
    pages = read_site(folder)
    sitemap.write(folder, site_url, pages)
    problems = integrity.check(folder, site_url, pages) + integrity.check_sections(pages, edition)
    if all(problem.warning for problem in problems):
        index.build(folder)
    return problems
