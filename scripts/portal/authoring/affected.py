"""What a change does to those who link to us: addresses that lead elsewhere or are retitled, pages with a new text."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.addresses import Address
from portal.content.permalinks.redirects_file import Gone
from portal.content.permalinks.resolver import Permalinks, addresses_of


@dataclass(frozen=True)
class Change:
    """What becomes of an address: a phrase of language/interface.yml, and the new address or title to fill in."""

    key: str
    now: str = ""


def changed_addresses(permalinks: Permalinks) -> Mapping[Address, Change]:
    """What becomes of those addresses of the baseline that lead elsewhere now or have another Kyrgyz title."""
    titles = addresses_of(permalinks.baseline.pages.values())
    changes = {address: _change(permalinks, address, title) for address, title in titles.items()}
    return {address: change for address, change in changes.items() if change}


def changed_pages(permalinks: Permalinks) -> set[str]:
    """The paths of the pages that differ from the baseline in any language, and are still there."""
    baseline = permalinks.baseline
    paths = {page.path for page in baseline.pages.values() if page.file.as_posix() in baseline.texts}
    return {path for path in paths if Address(path) in permalinks.live}


def _change(permalinks: Permalinks, address: Address, title: str) -> Change | None:
    target = permalinks.resolve(address)
    if target is None:
        return Change("backlinks_lost")
    if isinstance(target, Gone):
        return Change("backlinks_withdrawn")
    if target != address:
        return Change("backlinks_moved", f"/{target}".replace("//", "/"))
    now = permalinks.live[address]
    return Change("backlinks_retitled", now) if now != title else None
