"""The addresses that the 404 page suggests: a file per language and one per month of news, so that none grows."""

import re
from pathlib import Path

from portal.addresses import Address
from portal.compact_json import compact_json
from portal.content.permalinks.resolver import Permalinks
from portal.languages import LANGUAGES
from portal.publication.site_files import write_file

PLACE = "assets/addresses"
MONTH = re.compile(r"news/(\d{4}-\d{2})-\d{2}-")

Known = dict[str, list[str]]
"""The title of each path, empty for what was withdrawn, and the ids of its sections."""


def write_known_addresses(folder: Path, permalinks: Permalinks) -> None:
    """Write the files into the built site."""
    for language in LANGUAGES:
        pages, months = known_addresses(permalinks, language)
        for name, content in {**months, "pages": {"pages": pages, "months": sorted(months)}}.items():
            write_file(folder, f"{PLACE}/{language}/{name}.json", f"{compact_json(content)}\n".encode())


def known_addresses(permalinks: Permalinks, language: str) -> tuple[Known, dict[str, Known]]:
    """What is known of all pages but news items, and of the news by month; a page that moved has its redirect still."""
    pages: Known = {}
    months: dict[str, Known] = {}
    for path, ids in sorted(permalinks.by_page.items()):
        found = permalinks.resolve(Address(path))
        title = permalinks.title(found, language)[0] if isinstance(found, Address) else ""
        month = MONTH.match(path)
        known = months.setdefault(month[1], {}) if month else pages
        known[path] = [title, *ids]
    return pages, months
