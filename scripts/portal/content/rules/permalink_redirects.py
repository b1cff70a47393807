"""Whether each line of moved.yml leads from a published address to a live one."""

from collections.abc import Iterator

from portal.addresses import Address
from portal.content.permalinks.redirects_file import FILE, Redirect
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.suggestions import nearest_name, perhaps


def check_redirects(permalinks: Permalinks) -> list[Problem]:
    """Chains, loops, missing targets, and addresses that never existed or are still live."""
    redirects = permalinks.redirects
    problems: list[Problem] = []
    for address, redirect in redirects.moved.items():
        problems += [*_check_key(permalinks, address, redirect.line), *_check_moved(permalinks, address, redirect)]
    for address, gone in redirects.gone.items():
        problems += _check_key(permalinks, address, gone.line)
        problems += _check_target(permalinks, address, gone.alternative, gone.line)
    for address, line in redirects.retitled.items():
        if address not in permalinks.live:
            near = nearest_name(str(address), map(str, permalinks.live))
            problems.append(Problem(FILE, line, "moved-same", {"address": address, **perhaps(near)}))
    return problems


def _check_key(permalinks: Permalinks, address: Address, line: int) -> Iterator[Problem]:
    if address in permalinks.live:
        yield Problem(FILE, line, "moved-living", {"address": address})
    elif permalinks.baseline.commit and address not in permalinks.locked:
        near = nearest_name(str(address), map(str, permalinks.locked))
        yield Problem(FILE, line, "moved-unknown", {"address": address, **perhaps(near)})


def _check_moved(permalinks: Permalinks, address: Address, redirect: Redirect) -> Iterator[Problem]:
    chain = _follow(permalinks, address)
    if chain[-1] in chain[:-1]:
        values = {"address": address, "way": " → ".join(map(str, chain))}
        yield Problem(FILE, redirect.line, "moved-loop", values)
    elif len(chain) > 2:
        values = {"address": address, "found": redirect.target, "expected": f"{address}: {chain[-1]}"}
        yield Problem(FILE, redirect.line, "moved-chain", values)
    elif redirect.target.path not in permalinks.withdrawn:
        yield from _check_target(permalinks, address, redirect.target, redirect.line)


def _follow(permalinks: Permalinks, address: Address) -> list[Address]:
    """The addresses to which readers are redirected in turn, up to a live or a repeated one."""
    moved = permalinks.redirects.moved
    chain = [address]
    while chain[-1] not in chain[:-1]:
        current = chain[-1]
        if len(chain) > 1 and current in permalinks.live:
            break
        if redirect := moved.get(current):
            chain.append(redirect.target)
        elif page_redirect := moved.get(current.page):
            chain.append(Address(page_redirect.target.path, current.id))
        else:
            break
    return chain


def _check_target(permalinks: Permalinks, address: Address, target: Address, line: int) -> Iterator[Problem]:
    if target not in permalinks.live:
        on_page = [other for other in permalinks.live if other.path == target.path]
        near = nearest_name(str(target), map(str, on_page or permalinks.live))
        yield Problem(FILE, line, "moved-target", {"address": address, "found": target, **perhaps(near)})
