"""Rules of links: relative, with .md, within the language, to a page and an id that are there."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules import targets as to
from portal.content.rules.targets import Target, Values
from portal.content.suggestions import ids_of, nearest
from portal.languages import ORIGINAL

NEAR_LINK = re.compile(r"\]\(|\] \((?=[^)]*(?:\.md|https?:|#))")


def shapes(page: Page, edition: Edition) -> Iterator[Problem]:
    """A link that Markdown does not take for one, and prints with its brackets."""
    for text in page.body.prose:
        if near := NEAR_LINK.search(text.text):
            begin = max(text.text.rfind("[", 0, near.start()), 0)
            yield Problem(page.file, text.line, "link-shape", {"found": text.text[begin : near.end() + 60]})


def targets(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every link leads somewhere."""
    for link in page.links:
        yield from to.first_fault(Target(link.target, link.line, page, edition), QUESTIONS)


def folder(target: Target) -> Values | None:
    """A folder, or a page without its .md."""
    if target.scheme or target.suffix:
        return None
    return {"near": _page_near(target, target.place)}


def html(target: Target) -> Values | None:
    """The address of the built page instead of its source."""
    if target.scheme or target.suffix not in (".html", ".htm"):
        return None
    return {"near": _page_near(target, str(PurePosixPath(target.place).with_suffix("")).removesuffix("/index"))}


def no_page(target: Target) -> Values | None:
    """A page that is neither in this language nor in Kyrgyz."""
    if target.scheme or target.suffix != ".md" or target.edition.shown_file(target.page.language, target.place):
        return None
    return {"near": _nearest(target, target.place)}


def no_id(target: Target) -> Values | None:
    """An id that the page shown to this page's readers lacks.

    One that only the original has will do: where a translation is behind, its notice of changes stands for the section.
    """
    name = target.edition.shown_file(target.page.language, target.place)
    page = target.edition.by_file.get(name or "")
    if target.scheme or not target.fragment or page is None:
        return None
    original = target.edition.originals.get(page.path)
    if target.fragment in {anchor.id for known in (page, original) if known for anchor in known.anchors}:
        return None
    return {"id": target.fragment, "file": page.file.as_posix(), "ids": ids_of(page)}


def _page_near(target: Target, stem: str) -> str:
    """The page that stands behind a folder or a built address, as this page would write it."""
    stem = "" if stem in (".", "index", target.page.language) else stem
    places = (f"{stem}.md", f"{stem}/index.md".lstrip("/"))
    there = [place for place in places if target.edition.shown_file(target.page.language, place)]
    return _written(target, there[0]) if there else _nearest(target, places[0])


def _nearest(target: Target, place: str) -> str:
    known = {page.place for page in target.edition.all_pages if page.language in (target.page.language, ORIGINAL)}
    return _written(target, nearest(place, sorted(known - {target.page.place})))


def _written(target: Target, place: str) -> str:
    fragment = f"#{target.fragment}" if target.fragment else ""
    return target.relative(f"{target.page.language}/{place}") + fragment


def _no_file(target: Target) -> Values | None:
    return None if target.suffix == ".md" else to.no_file(target)


QUESTIONS = (
    ("link-empty", to.empty),
    ("link-scheme", to.odd_scheme),
    ("link-outer", to.broken_outer),
    ("link-absolute", to.absolute),
    ("link-outside", to.outside),
    ("link-language", to.other_language),
    ("link-folder", folder),
    ("link-html", html),
    ("link-page", no_page),
    ("link-file", _no_file),
    ("link-id", no_id),
)
