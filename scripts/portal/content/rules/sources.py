"""Rules of `based_on`: what a page is based on can be found, on this site or elsewhere."""

import re
from collections.abc import Iterator

from portal.addresses import ID, likely_address
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.front_values import DOCUMENT, Document
from portal.content.reading.pages import Page
from portal.content.rules.front_matter import is_news
from portal.content.rules.hosts import host_problems
from portal.content.rules.targets import Target, is_malformed_url
from portal.content.suggestions import ids_of, nearest, nearest_name, perhaps

SECTION = re.compile(rf"([a-z0-9/-]+)#({ID})")
ASSETS = "assets/"


def based_on(page: Page, edition: Edition) -> Iterator[Problem]:
    """Each entry is a document, or names a page and an id of the Kyrgyz originals; no news item has the list."""
    if "based_on" in page.meta and is_news(page):
        yield page.problem(page.front.lines["based_on"][0], "based-on-here")
    for entry, line in zip(page.based_on, page.front.lines.get("based_on", ())[1:], strict=False):
        if isinstance(entry, Document):
            yield from _document(entry, line, page, edition)
        else:
            yield from _section(entry, line, page, edition)


def _section(entry: str, line: int, page: Page, edition: Edition) -> Iterator[Problem]:
    section = SECTION.fullmatch(entry)
    if section is None:
        likely = likely_address(entry)
        form = f"{likely.path}#{likely.id or '…'}"
        sample = tuple(f"{'  ' if number else '- '}{each}" for number, each in enumerate(DOCUMENT.values()))
        yield Problem(page.file, line, "based-on-form", {"found": entry, "near": form}, sample=sample)
        return
    path, id_ = section.groups()
    if path in edition.withdrawn:
        return
    target = edition.originals.get(path)
    if target is None:
        near = perhaps(nearest_name(path, edition.originals))
        yield page.problem(line, "based-on-page", found=entry, path=path, **near)
    elif id_ not in {anchor.id for anchor in target.anchors}:
        file, ids = target.file.as_posix(), ids_of(target)
        yield page.problem(line, "based-on-id", found=entry, id=id_, file=file, ids=ids)


def _document(document: Document, line: int, page: Page, edition: Edition) -> Iterator[Problem]:
    """Its link, if it has one, is a full address, or a file in docs/assets."""
    target = Target(document.link, line, page, edition)
    if document.link.startswith(ASSETS):
        if document.link not in edition.files:
            near = nearest(document.link, (file for file in sorted(edition.files) if file.startswith(ASSETS)))
            yield page.problem(line, "document-file", found=document.link, near=near)
    elif document.link and (target.scheme not in ("http", "https") or is_malformed_url(target) is not None):
        yield page.problem(line, "document-link", found=document.link)
    yield from host_problems(page, line, document.link)
