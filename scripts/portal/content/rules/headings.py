"""Rules of the body: headings, their ids, and nothing but Markdown."""

import re
from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.markdown.outline import BRACES
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.suggestions import ID, free_id, ids_to_write
from portal.content.translations.sections import TOP
from portal.languages import ORIGINAL

FACT = re.compile(r"[a-z_]+:")


def headings(page: Page, edition: Edition) -> Iterator[Problem]:
    """The template prints the title, so no heading is of level 1; every other one has a title and an id."""
    near = ids_to_write(page, _original(page, edition))
    for heading in page.body.headings:
        if heading.level == 1:
            yield page.problem(heading.line, "h1", found=heading.title)
        elif not heading.title:
            yield page.problem(heading.line, "heading-empty")
        elif not heading.id:
            values = {"title": BRACES.sub("", heading.title).strip() or heading.title, "marks": "#" * heading.level}
            yield page.problem(heading.line, "heading-id", near=near[heading.line], **values)
        if heading.shifted:
            yield page.problem(heading.line, "heading-shift", title=heading.title)


def hidden_headings(page: Page, edition: Edition) -> Iterator[Problem]:
    """`##Title` is a heading to some Markdown programs and text to others."""
    for hidden in page.body.hidden_headings:
        words = hidden.text.lstrip("#")
        level = min(len(hidden.text) - len(words), 6)
        if level > 1:
            expected = "#" * level + " " + words.strip()
            yield page.problem(hidden.line, "heading-space", found=hidden.text, expected=expected)
        else:
            yield page.problem(hidden.line, "h1", found=words)


def ids(page: Page, edition: Edition) -> Iterator[Problem]:
    """Ids are unique and well-formed: longer ones, and those beginning with a digit, break as bookmarks in Word."""
    first: dict[str, int] = {}
    near = ids_to_write(page, _original(page, edition))
    for anchor in page.anchors:
        if not ID.fullmatch(anchor.id):
            yield page.problem(anchor.line, "id-form", id=anchor.id, near=near[anchor.line])
        if anchor.id == TOP:
            free = free_id(anchor.title, {each.id for each in page.anchors})
            yield page.problem(anchor.line, "id-reserved", id=anchor.id, near=free)
        if anchor.id in first:
            yield page.problem(anchor.line, "id-twice", id=anchor.id, first=first[anchor.id])
        first.setdefault(anchor.id, anchor.line)


def pitfalls(page: Page, edition: Edition) -> Iterator[Problem]:
    """HTML, and what Markdown programs read differently from what was meant."""
    for found in page.body.html:
        text = found.text.strip().split("\n")[0]
        rule = "comment" if text.startswith("<!--") else "image-upload" if text.startswith("<img") else "html"
        yield page.problem(found.line, rule, found=text, expected=page.link_to("assets/photo.jpg"))
    for found in page.body.misplaced_ids:
        yield page.problem(found.line, "id-place", id=found.text)
    for found in page.body.underlined_text:
        yield page.problem(found.line, "line-across", found=found.text)
    for found in page.body.unclosed_fences:
        yield page.problem(found.line, "fence-open", found=found.text)


def second_front_matter(page: Page, edition: Edition) -> Iterator[Problem]:
    """Front matter written twice: the second would be printed as text."""
    lines = [*page.text.split("\n"), ""]
    first = next((number for number, line in enumerate(lines) if number >= page.body_line - 1 and line.strip()), None)
    if page.front.readable and first and lines[first].rstrip() == "---" and FACT.match(lines[first + 1]):
        yield page.problem(first + 1, "front-twice", found=lines[first + 1])


def _original(page: Page, edition: Edition) -> Page | None:
    return edition.originals.get(page.path) if page.language != ORIGINAL else None
