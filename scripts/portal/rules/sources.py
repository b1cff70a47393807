"""Rules of `source`: what a page rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.content import Content
from portal.nearest import ids_of, nearest
from portal.pages import Page
from portal.problems import Problem
from portal.rules.keys import is_news

ENTRY = re.compile(r"([a-z0-9/-]+)#([a-z][a-z0-9-]{1,39})")


def shapes(page: Page, content: Content) -> Iterator[Problem]:
    """A line of text on a news item, a list of places on any other page."""
    source = page.meta.get("source")
    if source is None:
        return
    line = page.front.lines["source"][0]
    if is_news(page) and (not isinstance(source, str) or "\n" in source):
        yield Problem(page.file, line, "source-text")
    elif not is_news(page) and not isinstance(source, tuple):
        yield Problem(page.file, line, "source-list", {"found": source})


def entries(page: Page, content: Content) -> Iterator[Problem]:
    """Each place names a page and an id that the Kyrgyz originals have."""
    source = page.meta.get("source")
    if is_news(page) or not isinstance(source, tuple):
        return
    for entry, line in zip(source, page.front.lines["source"][1:], strict=True):
        if fault := _fault(entry, content):
            rule, values = fault
            yield Problem(page.file, line, rule, {"found": entry} | values)


def _fault(entry: str, content: Content) -> tuple[str, dict[str, str]] | None:
    parts = ENTRY.fullmatch(entry)
    if parts is None:
        return "source-form", {}
    path, name = parts.groups()
    target = content.originals.get(path)
    if target is None:
        return "source-page", {"path": path, "near": nearest(path, content.originals)}
    if name not in {anchor.id for anchor in target.anchors}:
        return "source-id", {"id": name, "file": target.file.as_posix(), "ids": ids_of(target)}
    return None
