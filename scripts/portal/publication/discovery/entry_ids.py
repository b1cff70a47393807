"""Ids of feeds and entries: the same for ever, wherever the site stands and wherever a page moves."""

import datetime

from portal.addresses import Address
from portal.content.permalinks.resolver import Permalinks

AUTHORITY = "lsg-union.example,2026"
"""The name under which tags are made (RFC 4151), and its year. After the first publication it never changes, or every
reader's program shows everything as new."""


def tag(language: str, name: str) -> str:
    return f"tag:{AUTHORITY}:{language}/{name}"


def first_path(permalinks: Permalinks, path: str) -> str:
    """The path under which a page was first published; where others were merged into it, its own if it is as old."""
    moved = permalinks.redirects.moved.items()
    former = [old.path for old, redirect in moved if not old.id and redirect.target == Address(path)]
    never = datetime.date.max
    return min((permalinks.locked_since(Address(each)) or never, each != path, each) for each in (path, *former))[2]
