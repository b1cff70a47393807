"""The registry of links for webmasters and clerks: links.json with its schema, links.csv for Excel, addresses.json for the page 404."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.addresses import Address, permanent_url
from portal.content.edition import Edition
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks
from portal.languages import LANGUAGES

SCHEMA = Path(__file__).with_name("links.schema.json")
VERSION = 1
COLUMNS = ("address", "page", "id", "status", "since", "to", "go")
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write_link_list(folder: Path, site_url: str, edition: Edition) -> None:
    """Write the files into the built site, to be served at `site_url`."""
    pages = [_page(path, site_url, edition) for path in sorted(edition.permalinks.by_page)]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8")) | {"$id": f"{site_url}links.schema.json"}
    registry = {"$schema": f"{site_url}links.schema.json", "version": VERSION, "site": site_url, "pages": pages}
    for name, content in (("links.schema.json", schema), ("links.json", registry)):
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "links.csv").write_bytes(table(pages).encode("utf-8-sig"))
    compact = json.dumps(known_addresses(edition.permalinks), ensure_ascii=False, separators=(",", ":"))
    (folder / "addresses.json").write_text(compact + "\n", encoding="utf-8")


def _page(path: str, site_url: str, edition: Edition) -> dict[str, Any]:
    sections = [_facts(Address(path, name), site_url, edition) for name in edition.permalinks.by_page[path]]
    return _facts(Address(path), site_url, edition) | {"sections": sections}


def _facts(address: Address, site_url: str, edition: Edition) -> dict[str, Any]:
    """An address: `status` is "live", "moved" (`to` says where) or "gone" (`gone` says since when, `to` where to go on)."""
    found = edition.permalinks.resolve(address)
    since = edition.permalinks.locked_since(address)
    facts: dict[str, Any] = {
        "address": str(address),
        "id": address.id or None,
        "since": since.isoformat() if since else None,
    }
    facts["go"] = permanent_url(site_url, address.path, address.id)
    if isinstance(found, Gone):
        facts |= {"status": "gone", "gone": found.since.isoformat(), "to": str(found.alternative)}
    elif found is None or found == address:
        facts |= {"status": "live"}
    else:
        facts |= {"status": "moved", "to": str(found)}
    languages = {code: _in(address, found, code, site_url, edition) for code in LANGUAGES}
    return facts | {"languages": languages}


def _in(
    address: Address, found: Address | Gone | None, language: str, site_url: str, edition: Edition
) -> dict[str, Any]:
    facts: dict[str, Any] = {"url": site_url + address.url(language)}
    if isinstance(found, Address):
        date = edition.page_date(edition.shown(found.path, language))
        facts |= {
            "title": edition.permalinks.title(found, language)[0],
            "translated": edition.permalinks.is_translated(found, language),
        }
        facts |= {"date": date.isoformat() if date else None}
    return facts


def table(pages: list[dict[str, Any]]) -> str:
    """A row an address, with semicolons, as Excel opens it where a comma stands before decimals."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow([*COLUMNS, *(f"{fact}_{code}" for fact in ("title", "url", "date") for code in LANGUAGES)])
    for page in pages:
        for facts in (page, *page["sections"]):
            writer.writerow(map(_csv_cell, _row(page["address"], facts)))
    return output.getvalue()


def _row(page: str, facts: dict[str, Any]) -> Iterator[str | None]:
    yield from (page if column == "page" else facts.get(column) for column in COLUMNS)
    yield from (facts["languages"][code].get(fact) for fact in ("title", "url", "date") for code in LANGUAGES)


def _csv_cell(value: str | None) -> str:
    """A value that Excel will not take for a formula."""
    text = value or ""
    return f"'{text}" if text.startswith(FORMULAS) else text


def known_addresses(permalinks: Permalinks) -> dict[str, Any]:
    """What the page 404 looks an address up in: each path that was published, with its titles, or where it moved to; ended ones have none."""
    live = {
        path: [permalinks.title(Address(path), code)[0] for code in LANGUAGES]
        for path in sorted(permalinks.by_page)
        if Address(path) in permalinks.live
    }
    others = [path for path in sorted(permalinks.by_page) if path not in live]
    moved = {path: found.path for path in others if isinstance(found := permalinks.resolve(Address(path)), Address)}
    return {"live": live, "moved": moved, "gone": [path for path in others if path not in moved]}
