"""The addresses that institutions link to, tried on the published site."""

from collections.abc import Iterable
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from portal.content.permalinks.backlinks import Backlink
from portal.publication.built_page import read_page

SECONDS = 20
LARGEST = 20_000_000


def failing_backlinks(site_url: str, linkers: Iterable[Backlink]) -> list[tuple[Backlink, str]]:
    """Those whose address does not resolve at `site_url` (ending in "/"), and why."""
    reasons = {linker.written: _reason(site_url, linker.written) for linker in linkers}
    return [(linker, reason) for linker in linkers if (reason := reasons[linker.written])]


def _reason(site_url: str, written: str) -> str | None:
    page, _, name = written.removeprefix("/").partition("#")
    try:
        with urlopen(Request(site_url + page, headers={"User-Agent": "linkers"}), timeout=SECONDS) as answer:
            html = answer.read(LARGEST).decode("utf-8", "replace")
    except HTTPError as fault:
        return f"HTTP {fault.code}"
    except (URLError, TimeoutError, OSError) as fault:
        return str(getattr(fault, "reason", fault))
    return f"#{name}?" if name and name not in read_page(html, page).ids else None
