"""The steps over the built HTML, run once after the last language, and the gate that ends them."""

from collections.abc import Mapping
from pathlib import Path

from portal.content.edition import Edition
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.publication import redirects
from portal.publication.assets import stylesheet
from portal.publication.assets.qr_codes import write_qr_codes
from portal.publication.built_page import read_site
from portal.publication.discovery import link_list, sitemap
from portal.publication.gates import links, permalinks
from portal.publication.redirects import Frame
from portal.publication.search import index


def publish(
    folder: Path, site_url: str, edition: Edition, record: Permalinks, shells: Mapping[str, Frame]
) -> list[Problem]:
    """Complete the built site in `folder`, to be served at `site_url` (ending in "/"); the problems that forbid it."""
    redirects.write_redirects(folder, record, shells)
    write_qr_codes(folder, site_url, edition)
    link_list.write_link_list(folder, site_url, edition, record)
    pages = read_site(folder)
    stylesheet.write_stylesheet(folder, pages)
    sitemap.write_sitemap(folder, site_url, pages)
    problems = (
        links.check_links(folder, site_url, pages)
        + links.check_sections(pages, edition)
        + permalinks.check_published(record, pages)
    )
    if all(problem.warning for problem in problems):
        index.build_index(folder)
    return problems
