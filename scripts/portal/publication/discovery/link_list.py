"""The list of all addresses: links.json with its schema and links.csv."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.addresses import Address, permanent_url
from portal.compact_json import compact_json
from portal.content.edition import Edition
from portal.content.permalinks.redirects_file import Gone
from portal.languages import LANGUAGES

SCHEMA = Path(__file__).with_name("links.schema.json")
VERSION = 1
COLUMNS = ("address", "page", "id", "status", "since", "to", "go")
LANGUAGE_COLUMNS = [(fact, code) for fact in ("title", "url", "date") for code in LANGUAGES]
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write_link_list(folder: Path, site_url: str, edition: Edition) -> None:
    """Write the files into the built site, to be served at `site_url`; links.json with one page on a line."""
    pages = LinkList(site_url, edition).pages()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8")) | {"$id": f"{site_url}links.schema.json"}
    (folder / "links.schema.json").write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    head = compact_json({"$schema": f"{site_url}links.schema.json", "version": VERSION, "site": site_url})
    listed = ",\n".join(map(compact_json, pages))
    (folder / "links.json").write_text(f'{head[:-1]},"pages":[\n{listed}\n]}}\n', encoding="utf-8")
    (folder / "links.csv").write_bytes(table(pages).encode("utf-8-sig"))


@dataclass(frozen=True)
class LinkList:
    """The entries of links.json, as links.schema.json describes them."""

    site_url: str
    edition: Edition

    def pages(self) -> list[dict[str, Any]]:
        """An entry per page, with one per section in it."""
        return [
            self._entry(Address(path)) | {"sections": [self._entry(Address(path, name)) for name in names]}
            for path, names in sorted(self.edition.permalinks.by_page.items())
        ]

    def _entry(self, address: Address) -> dict[str, Any]:
        permalinks = self.edition.permalinks
        found, since = permalinks.resolve(address), permalinks.locked_since(address)
        entry: dict[str, Any] = {
            "address": str(address),
            "id": address.id or None,
            "since": since.isoformat() if since else None,
            "go": permanent_url(self.site_url, address.path, address.id),
        }
        if isinstance(found, Gone):
            entry |= {"status": "gone", "gone": found.since.isoformat(), "to": str(found.alternative)}
        elif found is None or found == address:
            entry |= {"status": "live", "archived": self.edition.is_archived(address.path)}
        else:
            entry |= {"status": "moved", "to": str(found)}
        return entry | {"languages": {code: self._in_language(address, found, code) for code in LANGUAGES}}

    def _in_language(self, address: Address, found: Address | Gone | None, language: str) -> dict[str, Any]:
        url = {"url": self.site_url + address.url(language)}
        if not isinstance(found, Address):
            return url
        permalinks, date = self.edition.permalinks, self.edition.page_date(self.edition.shown(found.path, language))
        return url | {
            "title": permalinks.title(found, language)[0],
            "translated": permalinks.is_translated(found, language),
            "date": date.isoformat() if date else None,
        }


def table(pages: list[dict[str, Any]]) -> str:
    """CSV with one row per address; semicolons, because Excel needs them in locales with a decimal comma."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow([*COLUMNS, *(f"{fact}_{code}" for fact, code in LANGUAGE_COLUMNS)])
    for page in pages:
        for entry in (page, *page["sections"]):
            writer.writerow(map(_escape_formula, _row(page["address"], entry)))
    return output.getvalue()


def _row(page: str, entry: dict[str, Any]) -> Iterator[str]:
    yield from ((entry | {"page": page}).get(column) or "" for column in COLUMNS)
    yield from (entry["languages"][code].get(fact) or "" for fact, code in LANGUAGE_COLUMNS)


def _escape_formula(text: str) -> str:
    """The text with an apostrophe before what Excel would run as a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text
