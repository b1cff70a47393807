"""Rules of the text itself: headings, their ids, and nothing but Markdown."""

import re
from collections.abc import Iterator

from portal.addresses import latin
from portal.content.edition import Edition
from portal.content.markdown.outline import BRACES
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.translations.sections import TOP

ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
LONGEST_ID = 40
FACT = re.compile(r"[a-z_]+:")


def titles(page: Page, edition: Edition) -> Iterator[Problem]:
    """The template prints the title: the text has no heading of the first level."""
    for heading in page.body.headings:
        if heading.level == 1:
            yield Problem(page.file, heading.line, "h1", {"found": heading.title})
    for line in page.body.hash_lines:
        if not line.text.startswith("##"):
            yield Problem(page.file, line.line, "h1", {"found": line.text.lstrip("#")})


def heading_spaces(page: Page, edition: Edition) -> Iterator[Problem]:
    """`##Title` is a heading to one program and a text to another."""
    for line in page.body.hash_lines:
        words = line.text.lstrip("#")
        level = min(len(line.text) - len(words), 6)
        if level > 1:
            values = {"found": line.text, "expected": "#" * level + " " + words.strip()}
            yield Problem(page.file, line.line, "heading-space", values)


def heading_shifts(page: Page, edition: Edition) -> Iterator[Problem]:
    """With spaces in front a heading would be printed as text, with its signs."""
    for heading in page.body.headings:
        if heading.shifted:
            yield Problem(page.file, heading.line, "heading-shift", {"title": heading.title})


def heading_words(page: Page, edition: Edition) -> Iterator[Problem]:
    """A heading without words."""
    for heading in page.body.headings:
        if heading.level > 1 and not heading.title:
            yield Problem(page.file, heading.line, "heading-empty")


def heading_ids(page: Page, edition: Edition) -> Iterator[Problem]:
    """Without an id of its own a heading gets one by its position, and links to it go astray."""
    for heading in page.body.headings:
        if heading.level > 1 and heading.title and not heading.id:
            title, near = _near_id(heading.title)
            values = {"title": title, "marks": "#" * heading.level, "near": near}
            yield Problem(page.file, heading.line, "heading-id", values)


def id_forms(page: Page, edition: Edition) -> Iterator[Problem]:
    """Longer ids, and those that begin with a digit, break as bookmarks in Word."""
    for anchor in page.anchors:
        if not ID.fullmatch(anchor.id):
            near = latin(anchor.id).lstrip("0123456789-")[:LONGEST_ID].rstrip("-")
            values = {"id": anchor.id, "near": near if ID.fullmatch(near) else "topic"}
            yield Problem(page.file, anchor.line, "id-form", values)


def reserved_ids(page: Page, edition: Edition) -> Iterator[Problem]:
    """The part of a page before its first heading goes by this name."""
    for anchor in page.anchors:
        if anchor.id == TOP:
            yield Problem(page.file, anchor.line, "id-reserved", {"id": anchor.id})


def id_twins(page: Page, edition: Edition) -> Iterator[Problem]:
    """One id leads to one place."""
    first: dict[str, int] = {}
    for anchor in page.anchors:
        if anchor.id in first:
            yield Problem(page.file, anchor.line, "id-twice", {"id": anchor.id, "first": first[anchor.id]})
        first.setdefault(anchor.id, anchor.line)


def id_places(page: Page, edition: Edition) -> Iterator[Problem]:
    """An id stands at the end of a heading or right under its paragraph."""
    for stray in page.body.stray_ids:
        yield Problem(page.file, stray.line, "id-place", {"id": stray.text})


def raw_html(page: Page, edition: Edition) -> Iterator[Problem]:
    """Tags and comments of HTML: Markdown is enough, and what is not read cannot be checked."""
    for found in page.body.html:
        rule = "comment" if found.text.lstrip().startswith("<!--") else "html"
        yield Problem(page.file, found.line, rule, {"found": found.text.strip().split("\n")[0]})


def lines_across(page: Page, edition: Edition) -> Iterator[Problem]:
    """A line of --- right under a text makes a heading of that text."""
    for line in page.body.tight_rules:
        yield Problem(page.file, line.line, "line-across", {"found": line.text})


def second_head(page: Page, edition: Edition) -> Iterator[Problem]:
    """Facts at the head written twice over: the second ones would be printed as text."""
    lines = page.text.split("\n")
    first = next((at for at, line in enumerate(lines[page.body_line - 1 :], page.body_line) if line.strip()), 0)
    if (
        page.front.readable
        and first
        and lines[first - 1].rstrip() == "---"
        and first < len(lines)
        and FACT.match(lines[first])
    ):
        yield Problem(page.file, first, "front-twice", {"found": lines[first]})


def _near_id(title: str) -> tuple[str, str]:
    """The words of a heading, and the id that was meant when only the space before its brace is missing."""
    braces = BRACES.search(title)
    near = ID.search(braces[1]) if braces else None
    return BRACES.sub("", title).strip() or title, near[0] if near else "topic"


def fences(page: Page, edition: Edition) -> Iterator[Problem]:
    """A sample that never ends swallows the rest of the page."""
    for fence in page.body.open_fences:
        yield Problem(page.file, fence.line, "fence-open", {"found": fence.text})
