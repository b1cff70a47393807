"""The steps from the built HTML to the whole site, run once after the last language."""

import gc
from collections.abc import MutableMapping
from pathlib import Path

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.languages import ORIGINAL
from portal.publication.assets.cards import publish_cards
from portal.publication.assets.icons import write_icons
from portal.publication.assets.minified import minify_style_sheet
from portal.publication.assets.photographs import publish_photographs
from portal.publication.assets.qr_codes import write_qr_codes
from portal.publication.built_page import read_site
from portal.publication.discovery.feeds import write_feeds
from portal.publication.discovery.known_addresses import write_known_addresses
from portal.publication.discovery.link_list import write_link_list
from portal.publication.discovery.manifest import write_manifests
from portal.publication.discovery.sitemap import write_sitemap
from portal.publication.gates.csp import check_policies
from portal.publication.gates.links import check_links, check_sections
from portal.publication.gates.permalinks import check_published
from portal.publication.parallel.pages import write_parallel_pages
from portal.publication.release.checksums import seal
from portal.publication.release.headers import write_headers
from portal.publication.release.sbom import write_sbom
from portal.publication.search.index import build_index
from portal.rendering.page_view import LanguageEdition


def publish(folder: Path, site_url: str, edition: Edition, frames: MutableMapping[str, str]) -> list[Problem]:
    """Complete the built site in `folder`, to be served at `site_url` (ending in "/"), and check it.

    `frames` are those of the pages with languages side by side, by address.
    """
    publish_photographs(folder, edition)
    publish_cards(folder, edition)
    write_icons(folder, edition.results)
    write_qr_codes(folder, site_url, edition)
    write_link_list(folder, site_url, edition)
    write_manifests(folder)
    write_known_addresses(folder, edition.permalinks)
    write_parallel_pages(folder, edition, frames)
    write_feeds(folder, LanguageEdition(edition, site_url, ORIGINAL))
    gc.freeze()  # What the earlier stages keep in memory would be searched for garbage again and again.
    try:
        pages = read_site(folder, edition.results)
        minify_style_sheet(folder)
        write_sitemap(folder, site_url, pages)
        write_headers(folder)
        write_sbom(folder, edition.results)
        build_index(folder, [document for page in pages for document in page.documents], edition.results)
        seal(folder, {page.name: page.digest for page in pages})
        return [
            *check_links(folder, site_url, pages),
            *check_sections(pages, edition),
            *check_policies(pages),
            *check_published(edition.permalinks, pages),
        ]
    finally:
        gc.unfreeze()  # The preview builds again in the same process.
