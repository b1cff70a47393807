"""Whether each line of moved.yml leads from an address that was published to one that lives."""

from collections.abc import Iterator

from portal.addresses import Address
from portal.content.permalinks.redirects_file import FILE, Redirect
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.suggestions import nearest


def check_redirects(permalinks: Permalinks) -> list[Problem]:
    """Chains, loops, targets that are not there, addresses that never were or still live."""
    moves = permalinks.redirects
    problems = [problem for address, move in moves.moved.items() for problem in _move(permalinks, address, move)]
    for address, end in moves.gone.items():
        problems += [*_key(permalinks, address, end.line), *_target(permalinks, address, end.see, end.line)]
    for address, lines in moves.same.items():
        if address not in permalinks.live:
            near = nearest(str(address), map(str, permalinks.live))
            problems.append(Problem(FILE, lines[0], "moved-same", {"address": address, "near": near}))
    return problems


def _move(permalinks: Permalinks, address: Address, move: Redirect) -> Iterator[Problem]:
    yield from _key(permalinks, address, move.line)
    way = _way(permalinks, address)
    if way[-1] in way[:-1]:
        yield Problem(FILE, move.line, "moved-loop", {"address": address, "way": " → ".join(map(str, way))})
    elif len(way) > 2:
        yield Problem(
            FILE,
            move.line,
            "moved-chain",
            {"address": address, "found": move.target, "expected": f"{address}: {way[-1]}"},
        )
    else:
        yield from _target(permalinks, address, move.target, move.line)


def _way(permalinks: Permalinks, address: Address) -> list[Address]:
    """The addresses that a reader would be sent to one after another, up to one that lives or is met again."""
    way = [address]
    while way[-1] not in way[:-1]:
        here = way[-1]
        own, whole = permalinks.redirects.moved.get(here), permalinks.redirects.moved.get(here.page)
        if (len(way) > 1 and here in permalinks.live) or not (own or whole):
            break
        way.append(own.target if own else Address(whole.target.path, here.id))
    return way


def _key(permalinks: Permalinks, address: Address, line: int) -> Iterator[Problem]:
    if address in permalinks.live:
        yield Problem(FILE, line, "moved-living", {"address": address})
    elif permalinks.baseline.commit and address not in permalinks.locked:
        yield Problem(
            FILE,
            line,
            "moved-unknown",
            {"address": address, "near": nearest(str(address), map(str, permalinks.locked))},
        )


def _target(permalinks: Permalinks, address: Address, target: Address, line: int) -> Iterator[Problem]:
    if target not in permalinks.live:
        page = [other for other in permalinks.live if other.path == target.path]
        values = {"address": address, "found": target, "near": nearest(str(target), map(str, page or permalinks.live))}
        yield Problem(FILE, line, "moved-target", values)
