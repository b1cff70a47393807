"""What the texts, as they are written, no longer keep of the promise, with the line for moved.yml that mends it."""

from pathlib import Path

from portal.addresses import Address
from portal.content.permalinks import redirects_file
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.rules.permalink_retitled import RECOGNISABLE, similarity
from portal.languages import ORIGINAL


def check_lost(permalinks: Permalinks, unread: frozenset[str] = frozenset()) -> list[Problem]:
    """Every locked address that the texts lost; pages that are there but could not be read (by path) are not held lost."""
    problems: list[Problem] = []
    for path, ids in permalinks.by_page.items():
        page = Address(path)
        if path in unread or _named_wrongly(permalinks, page):
            continue
        kept: Address | None = page
        if page in permalinks.locked and permalinks.destination(page) is None:
            kept = _page_like(permalinks, page)
            carried = [
                name
                for name in ids
                if Address(kept.path, name) in permalinks.live and not _told(permalinks, Address(path, name))
            ]
            problems.append(_page(permalinks, page, kept, carried))
        elif move := permalinks.redirects.moved.get(page):
            kept = move.target.page
        for name in ids:
            if _is_lost(permalinks, address := Address(path, name), kept):
                problems.append(_id(permalinks, address, kept))
    return problems


def suggestion(permalinks: Permalinks, address: Address) -> str:
    """The line to add to moved.yml for an address that is lost."""
    page = address.page if address.page in permalinks.live else _page_like(permalinks, address.page)
    return f"{address}: {_id_like(permalinks, address, page) if address.id else page}"


def _told(permalinks: Permalinks, address: Address) -> bool:
    return address in permalinks.redirects.keys


def _named_wrongly(permalinks: Permalinks, page: Address) -> bool:
    """Whether a page has a line of its own that leads nowhere, which is told as that line's fault."""
    move = permalinks.redirects.moved.get(page)
    return move is not None and move.target not in permalinks.live and page not in permalinks.live


def _is_lost(permalinks: Permalinks, address: Address, page: Address) -> bool:
    carried = Address(page.path, address.id) in permalinks.live
    return not _told(permalinks, address) and permalinks.destination(address) is None and not carried


def _page(permalinks: Permalinks, page: Address, kept: Address, carried: list[str]) -> Problem:
    old = permalinks.baseline.pages.get((ORIGINAL, page.path))
    file = old.file if old else Path(f"docs/{ORIGINAL}/{page.path or 'index'}.md")
    values = {"address": page, "ids": ", ".join(f"#{name}" for name in carried) or "—", "line": f"{page}: {kept}"}
    return Problem(file, 0, "lost-page", values)


def _id(permalinks: Permalinks, address: Address, page: Address) -> Problem:
    living = permalinks.pages.get((ORIGINAL, address.path))
    return Problem(
        living.file if living else redirects_file.FILE,
        0,
        "lost-id",
        {"address": address, "line": f"{address}: {_id_like(permalinks, address, page)}"},
    )


def _page_like(permalinks: Permalinks, lost: Address) -> Address:
    """The page that the lost one most likely became: as was written down before, a new one with its title and ids, the page above it."""
    if known := _known(permalinks, lost):
        return known
    pages = {address for address in permalinks.live if not address.id}
    fresh = {page for page in pages if page not in permalinks.locked}
    best = max(sorted(fresh), key=lambda page: _likeness(permalinks, lost, page), default=None)
    if best and _likeness(permalinks, lost, best) >= RECOGNISABLE:
        return best
    above = Address(lost.path.rpartition("/")[0])
    return above if above in pages else Address("")


def _known(permalinks: Permalinks, lost: Address) -> Address | None:
    """Where the base's moved.yml led, if that still lives."""
    move = permalinks.baseline.redirects.moved.get(lost)
    return move.target if move and move.target in permalinks.live else None


def _likeness(permalinks: Permalinks, lost: Address, page: Address) -> float:
    ids = set(permalinks.by_page.get(lost.path, ()))
    common = sum(Address(page.path, name) in permalinks.live for name in ids)
    return similarity(old_title(permalinks, lost), permalinks.live[page]) + (common / len(ids) if ids else 0)


def _id_like(permalinks: Permalinks, lost: Address, page: Address) -> Address:
    """The section that the lost one most likely became: as was written down before, a new one of the page or with its title, the page."""
    if known := _known(permalinks, lost):
        return known
    title = old_title(permalinks, lost)
    fresh = [
        (address, words)
        for address, words in permalinks.live.items()
        if address.id and address not in permalinks.locked
    ]
    near = [
        (similarity(title, words), address) for address, words in fresh if address.path == page.path and title and words
    ]
    far = [(1.0, address) for address, words in fresh if title and words == title]
    likeness, best = max([*near, *far], default=(0.0, page), key=lambda pair: pair[0])
    return best if likeness >= RECOGNISABLE else page


def old_title(permalinks: Permalinks, address: Address) -> str:
    """The Kyrgyz title that an address had on the base, else when it was locked."""
    page = permalinks.baseline.pages.get((ORIGINAL, address.path))
    titles = (
        {"": str(page.meta.get("title", "")), **{anchor.id: anchor.title for anchor in page.anchors}} if page else {}
    )
    entry = permalinks.locked.get(address)
    return titles.get(address.id) or (entry.title if entry else "")
