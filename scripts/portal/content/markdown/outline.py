"""The contents of a page's text: headings, ids, links, images, and what does not belong there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token

from portal.content.markdown import attributes, blocks, elements, parser, pitfalls
from portal.content.markdown.blocks import Block, Table
from portal.content.markdown.elements import Element
from portal.content.markdown.parser import start_line
from portal.content.markdown.pitfalls import Fragment

BRACES = re.compile(r"\{:?[ ]*([^{}\n]*)\}")
BRACES_AT_END = re.compile(r"(?:^|[ ]+)\{:?[ ]*([^{}\n]*)\}[ ]*$")
BRACES_ALONE = re.compile(r"^[ ]*\{:?[ ]*([^{}\n]*)\}[ ]*$")
ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"'#]+)")


class Anchor(NamedTuple):
    """A heading or paragraph with an id; a paragraph has level 0 and no title."""

    id: str
    line: int
    level: int
    title: str


class Heading(NamedTuple):
    """A heading; `shifted` when Python-Markdown misses it: indented, or without an empty line above it in a list."""

    title: str
    level: int
    line: int
    id: str | None
    shifted: bool


class Link(NamedTuple):
    target: str
    line: int


class Image(NamedTuple):
    target: str
    line: int
    alt: str


@dataclass(frozen=True)
class Outline:
    """What a text contains, in document order, without code; targets are exactly as written."""

    headings: tuple[Heading, ...]
    anchors: tuple[Anchor, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    prose: tuple[Fragment, ...]
    """The texts with a bracket, in which what was meant as a link or a footnote may have become words."""
    html: tuple[Fragment, ...]
    hidden_headings: tuple[Fragment, ...]
    misplaced_ids: tuple[Fragment, ...]
    unclosed_fences: tuple[Fragment, ...]
    underlined_text: tuple[Fragment, ...]
    foreign_attributes: tuple[Fragment, ...]
    unseen_signs: tuple[Fragment, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    elements: tuple[Element, ...]

    @property
    def targets(self) -> list[str]:
        """Where links lead, then where pictures are."""
        return [link.target for link in self.links] + [image.target for image in self.images]


def parse_outline(text: str, first_line: int) -> Outline:
    """The outline of a text whose first line is line `first_line` of the file."""
    # Empty lines in front make the parser count the lines of the file.
    lines = [""] * (first_line - 1) + text.split("\n")
    tokens = parser.parse("\n".join(lines))
    inlines = [(tokens[index - 1], token) for index, token in enumerate(tokens) if token.type == "inline"]
    headings = [_heading(opening, inline, lines) for opening, inline in inlines if opening.type == "heading_open"]
    parts = [part for _, inline in inlines for part in parser.inline_tokens(inline)]
    paragraphs = [inline for opening, inline in inlines if opening.type == "paragraph_open"]
    anchors = [Anchor(heading.id, heading.line, heading.level, heading.title) for heading in headings if heading.id]
    for paragraph in paragraphs:
        if id_ := _paragraph_id(paragraph):
            anchors.append(Anchor(id_, start_line(paragraph) + paragraph.content.count("\n"), 0, ""))
    hidden_headings = tuple(pitfalls.find_hidden_headings(paragraphs))
    misplaced = [found for opening, inline in inlines for found in _misplaced_ids(opening, inline)]
    return Outline(
        headings=tuple(headings),
        anchors=tuple(sorted(anchors, key=lambda anchor: anchor.line)),
        links=tuple(Link(str(part.attrs["href"]), line) for part, line in parts if part.type == "link_open"),
        images=tuple(Image(str(part.attrs["src"]), line, part.content) for part, line in parts if part.type == "image"),
        prose=tuple(
            Fragment(part.content, line) for part, line in parts if part.type == "text" and "]" in part.content
        ),
        html=tuple(pitfalls.find_html(tokens, parts)),
        hidden_headings=hidden_headings,
        misplaced_ids=tuple(id_ for id_ in misplaced if id_.line not in {hidden.line for hidden in hidden_headings}),
        unclosed_fences=tuple(pitfalls.find_unclosed_fences(tokens, lines)),
        underlined_text=tuple(pitfalls.find_underlined_text(tokens, lines)),
        foreign_attributes=tuple(attributes.find_foreign_attributes(tokens)),
        unseen_signs=tuple(attributes.find_unseen_signs(tokens, text)),
        blocks=tuple(blocks.find_blocks(tokens)),
        tables=tuple(blocks.find_tables(tokens)),
        elements=tuple(elements.find_elements(tokens)),
    )


def _id_in(braces: re.Match[str] | None) -> str | None:
    found = ID.findall(braces[1]) if braces else []
    return found[-1] if found else None


def _heading(opening: Token, inline: Token, lines: list[str]) -> Heading:
    plain = "".join(
        child.content if child.type in ("text", "code_inline", "image") else " " * (child.type == "softbreak")
        for child in inline.children or ()
    )
    line = start_line(opening)
    return Heading(
        title=BRACES_AT_END.sub("", plain).strip(),
        level=int(opening.tag[1]),
        line=line,
        id=_id_in(BRACES_AT_END.search(inline.content)),
        shifted=lines[line - 1][:1].isspace() and (opening.level == 0 or bool(lines[line - 2].strip())),
    )


def _paragraph_id(paragraph: Token) -> str | None:
    above, _, last = paragraph.content.rpartition("\n")
    return _id_in(BRACES_ALONE.match(last)) if above else None


def _misplaced_ids(opening: Token, inline: Token) -> Iterator[Fragment]:
    """Ids in braces elsewhere than at the end of a heading or on the last line of a paragraph."""
    if opening.type == "heading_open":
        return
    found = [
        Fragment(id_, line)
        for part, line in parser.inline_tokens(inline)
        if part.type == "text"
        for braces in BRACES.finditer(part.content)
        if (id_ := _id_in(braces))
    ]
    yield from found[:-1] if opening.type == "paragraph_open" and _paragraph_id(inline) else found
