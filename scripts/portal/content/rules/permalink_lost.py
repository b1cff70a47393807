"""Published addresses that the texts have lost, each with the line for moved.yml that would fix it."""

from pathlib import Path

from portal.addresses import Address
from portal.clock import today
from portal.content.news import is_news
from portal.content.permalinks import redirects_file
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.rules.permalink_retitled import RECOGNISABLE, similarity, titles_of
from portal.languages import ORIGINAL


def check_lost(permalinks: Permalinks, unreadable: frozenset[str] = frozenset()) -> list[Problem]:
    """Every locked address that is lost; pages that exist but could not be read (by path) are skipped."""
    problems: list[Problem] = []
    redirected = permalinks.redirects.addresses
    for path, ids in permalinks.by_page.items():
        page = Address(path)
        redirect = permalinks.redirects.moved.get(page)
        if path in unreadable or (redirect and redirect.target not in permalinks.live and page not in permalinks.live):
            # A redirect without a target is reported as a problem of its line.
            continue
        successor = redirect.target.page if redirect else page
        not_redirected = [id_ for id_ in ids if Address(path, id_) not in redirected]
        if page in permalinks.locked and permalinks.resolve(page) is None:
            likely = _likely_page(permalinks, page)
            problems.append(_lost_page(permalinks, page, likely))
            if likely is None:  # The notice of a withdrawn page is that of its sections too.
                continue
            successor = likely
        for id_ in not_redirected:
            lost = Address(path, id_)
            if permalinks.resolve(lost) is None and Address(successor.path, id_) not in permalinks.live:
                problems.append(_lost_id(permalinks, lost, successor))
    return problems


def suggest_redirect(permalinks: Permalinks, lost: Address) -> str:
    """The line to add to moved.yml for a lost address."""
    page = lost.page
    if page not in permalinks.live:
        page = _likely_page(permalinks, page) or _page_above(permalinks, page)
    return f"{lost}: {_likely_section(permalinks, lost, page) if lost.id else page}"


def old_title(permalinks: Permalinks, address: Address) -> str:
    """The Kyrgyz title of an address on the baseline, else when it was locked."""
    page = permalinks.baseline.pages.get((ORIGINAL, address.path))
    entry = permalinks.locked.get(address)
    return (titles_of(page).get(address.id) if page else "") or (entry.title if entry else "")


def _lost_page(permalinks: Permalinks, page: Address, likely: Address | None) -> Problem:
    """With the line for a page that moved, else the lines for one that was withdrawn."""
    old = permalinks.baseline.pages.get((ORIGINAL, page.path))
    file = old.file if old else Path(f"docs/{ORIGINAL}/{page.path or 'index'}.md")
    if likely:
        return Problem(file, 0, "lost-page", {"address": page, "line": f"{page}: {likely}"})
    if is_news(page.path):
        lines = f"---\nwithdrawn: {today()}\nreason: …\n---"
    else:
        lines = f"gone:\n  {page}:\n    since: {today()}\n    why: {{ky: Барак эскирди.}}\n"
        lines += f"    see: {_page_above(permalinks, page)}"
    rule, values = "lost-news" if is_news(page.path) else "lost-gone", {"address": page, "file": file.as_posix()}
    return Problem(file, 0, rule, values, sample=tuple(lines.split("\n")))


def _lost_id(permalinks: Permalinks, lost: Address, page: Address) -> Problem:
    current = permalinks.pages.get((ORIGINAL, lost.path))
    line = f"{lost}: {_likely_section(permalinks, lost, page)}"
    return Problem(current.file if current else redirects_file.FILE, 0, "lost-id", {"address": lost, "line": line})


def _likely_page(permalinks: Permalinks, lost: Address) -> Address | None:
    """The baseline's redirect, else a new page with a similar title and ids."""
    if earlier := _earlier_target(permalinks, lost):
        return earlier
    pages = {address for address in permalinks.live if not address.id}
    new = sorted(page for page in pages if page not in permalinks.locked)
    scores = {page: _similarity_of_pages(permalinks, lost, page) for page in new}
    best = max(new, key=lambda page: scores[page], default=None)
    return best if best and scores[best] >= RECOGNISABLE else None


def _page_above(permalinks: Permalinks, page: Address) -> Address:
    above = Address(page.path.rpartition("/")[0])
    return above if above in permalinks.live else Address("")


def _likely_section(permalinks: Permalinks, lost: Address, page: Address) -> Address:
    """The baseline's redirect, else a new section of the page or with the same title, else the page."""
    if earlier := _earlier_target(permalinks, lost):
        return earlier
    old = old_title(permalinks, lost)
    new = [(address, title) for address, title in permalinks.live.items() if address.id]
    new = [(address, title) for address, title in new if address not in permalinks.locked and old and title]
    scores = [(similarity(old, title), address) for address, title in new if address.path == page.path]
    scores += [(1.0, address) for address, title in new if title == old]
    score, best = max(scores, default=(0.0, page), key=lambda pair: pair[0])
    return best if score >= RECOGNISABLE else page


def _earlier_target(permalinks: Permalinks, lost: Address) -> Address | None:
    """Where the baseline redirected an address, if that is still live."""
    redirect = permalinks.baseline.redirects.moved.get(lost)
    return redirect.target if redirect and redirect.target in permalinks.live else None


def _similarity_of_pages(permalinks: Permalinks, lost: Address, page: Address) -> float:
    """From 0 to 2: that of the titles, and the share of ids that both have."""
    ids = permalinks.by_page.get(lost.path, ())
    common = sum(Address(page.path, id_) in permalinks.live for id_ in ids)
    return similarity(old_title(permalinks, lost), permalinks.live[page]) + (common / len(ids) if ids else 0)
