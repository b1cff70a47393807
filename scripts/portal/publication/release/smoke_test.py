"""Request from the published site what must never be missing, and the addresses that other sites link to."""

import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.permalinks.backlinks import Backlink
from portal.languages import LANGUAGES
from portal.publication.built_page import read_page
from portal.publication.search.index import PLACE, START
from portal.wording.phrases import phrase

SECONDS = 20
LARGEST = 20_000_000
NOWHERE = "no-such-page/"


@dataclass(frozen=True)
class Answer:
    """What a host answers; `fault` says why it is no page, as "HTTP 404", and is empty for one."""

    body: bytes
    fault: str = ""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def failures(site_url: str, edition: Edition) -> Iterator[tuple[str, str]]:
    """The addresses that fail at `site_url` (ending in "/"), each with what was found there."""
    for path, language in product(_paths(edition), LANGUAGES):
        url = page_url(path, language)
        if found := _page_fault(site_url, url, language, edition.shown(path, language).title):
            yield site_url + url, found
    for language in LANGUAGES:
        index, nowhere = f"{site_url}{PLACE}/{language}/", site_url + page_url(NOWHERE.rstrip("/"), language)
        if found := _index_fault(index):
            yield index, found
        if found := _not_found_fault(nowhere):
            yield nowhere, found


def _paths(edition: Edition) -> list[str]:
    """The home page, a chapter and a news item, as far as there are any; the newest may have come since the build."""
    return ["", *edition.chapters.get("strategy", ())[:1], *edition.news[-1:]]


def _page_fault(site_url: str, url: str, language: str, title: str) -> str:
    answer = _fresh(site_url + url)
    if answer.fault:
        return answer.fault
    page = read_page(answer.text, url)
    found = (page.language, page.titles[0][1] if page.titles else "", page.canonical or site_url + url)
    wanted = (language, " ".join(title.split()), site_url + url)
    return "" if found == wanted else " · ".join(part or "—" for part in found)


def _index_fault(index: str) -> str:
    start = _fresh(f"{index}{START}")
    if start.fault:
        return start.fault
    try:
        meta = json.loads(start.body)["meta"]
    except (ValueError, LookupError, TypeError):
        return f"{START}: {start.text[:80]}"
    return _fresh(f"{index}{meta}").fault


def _not_found_fault(nowhere: str) -> str:
    answer = _fresh(nowhere)
    told = all(phrase("not_found_title", language) in answer.text for language in LANGUAGES)
    return "" if answer.fault == "HTTP 404" and told else answer.fault or "HTTP 200"


def _fresh(url: str) -> Answer:
    """The answer of the host itself, not of a cache that may keep the former edition."""
    return _request(f"{url}?{secrets.token_hex(8)}")


def failing_backlinks(site_url: str, backlinks: Iterable[Backlink]) -> list[tuple[Backlink, str]]:
    """The backlinks whose address does not resolve at `site_url` (ending in "/"), each with the reason."""
    reasons = {backlink.written: _backlink_fault(site_url, backlink.written) for backlink in backlinks}
    return [(backlink, reason) for backlink in backlinks if (reason := reasons[backlink.written])]


def _backlink_fault(site_url: str, written: str) -> str:
    page, _, id_ = written.removeprefix("/").partition("#")
    answer = _request(site_url + page)
    return answer.fault or (f"#{id_}?" if id_ and id_ not in read_page(answer.text, page).ids else "")


def _request(url: str) -> Answer:
    try:
        with urlopen(Request(url, headers={"User-Agent": "smoke test"}), timeout=SECONDS) as answer:
            return Answer(answer.read(LARGEST))
    except HTTPError as error:
        return Answer(error.read(LARGEST), f"HTTP {error.code}")
    except OSError as error:
        return Answer(b"", str(getattr(error, "reason", error)))
