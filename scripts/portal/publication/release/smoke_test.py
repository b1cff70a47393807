"""Request the addresses that other sites link to from the published site."""

from collections.abc import Iterable
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from portal.content.permalinks.backlinks import Backlink
from portal.publication.built_page import read_page

SECONDS = 20
LARGEST = 20_000_000


def failing_backlinks(site_url: str, backlinks: Iterable[Backlink]) -> list[tuple[Backlink, str]]:
    """The backlinks whose address does not resolve at `site_url` (ending in "/"), each with the reason."""
    reasons = {backlink.written: _failure(site_url, backlink.written) for backlink in backlinks}
    return [(backlink, reason) for backlink in backlinks if (reason := reasons[backlink.written])]


def _failure(site_url: str, written: str) -> str | None:
    page, _, id_ = written.removeprefix("/").partition("#")
    try:
        with urlopen(Request(site_url + page, headers={"User-Agent": "backlinks"}), timeout=SECONDS) as answer:
            html = answer.read(LARGEST).decode("utf-8", "replace")
    except HTTPError as error:
        return f"HTTP {error.code}"
    except OSError as error:
        return str(getattr(error, "reason", error))
    return f"#{id_}?" if id_ and id_ not in read_page(html, page).ids else None
