"""Official names in the languages of the site, which lead from one language to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from portal import glossary
from portal.addresses import LANGUAGES, page_url
from portal.search.records import Record


def gather(records: Iterable[Record]) -> list[dict[str, str]]:
    """For each entry of the glossary that all languages have, its title in each."""
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for record in records:
        address, _, anchor = record.address.partition("#")
        if anchor and address == page_url(glossary.PATH, record.language):
            titles[anchor][record.language] = record.title
    return [title for title in titles.values() if len(title) == len(LANGUAGES)]
