"""The addresses that the 404 page suggests: a file per language and one per month of news, so that none grows."""

import re
from pathlib import Path

from portal.addresses import Address
from portal.compact_json import compact_json
from portal.content.permalinks.resolver import Permalinks
from portal.languages import LANGUAGES

PLACE = "assets/addresses"
MONTH = re.compile(r"news/(\d{4}-\d{2})-\d{2}-")

Known = dict[str, list[str]]
"""The title of each path, empty for what was withdrawn, and the ids of its sections."""


def write_known_addresses(folder: Path, permalinks: Permalinks) -> None:
    """Write the files into the built site."""
    for language in LANGUAGES:
        pages, months = known_addresses(permalinks, language)
        place = folder / PLACE / language
        place.mkdir(parents=True, exist_ok=True)
        for name, content in {**months, "pages": {"pages": pages, "months": sorted(months)}}.items():
            compact = compact_json(content)
            (place / f"{name}.json").write_text(compact + "\n", encoding="utf-8")


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
