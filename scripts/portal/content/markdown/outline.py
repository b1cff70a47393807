"""What stands in the text of a page: headings, ids, links, images and whatever does not belong there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from portal.content.markdown import blocks, parser, pitfalls
from portal.content.markdown.blocks import Block, Table
from portal.content.markdown.parser import start
from portal.content.markdown.pitfalls import Fragment

BRACES = re.compile(r"\{:?[ ]*([^{}\n]*)\}")
TAIL = re.compile(r"(?:^|[ ]+)\{:?[ ]*([^{}\n]*)\}[ ]*$")
OWN_LINE = re.compile(r"^[ ]*\{:?[ ]*([^{}\n]*)\}[ ]*$")
ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"'#]+)")


@dataclass(frozen=True)
class Anchor:
    """A place with an address: a heading, or a paragraph (level 0, no title)."""

    id: str
    line: int
    level: int
    title: str


@dataclass(frozen=True)
class Heading:
    """A heading as written; `shifted` when spaces before it, or no empty line above one in a list, hide it from Python-Markdown."""

    title: str
    level: int
    line: int
    id: str | None
    shifted: bool


@dataclass(frozen=True)
class Link:
    """A link, its address exactly as written."""

    target: str
    line: int


@dataclass(frozen=True)
class Image:
    """An image, its address exactly as written."""

    target: str
    line: int
    alt: str


@dataclass(frozen=True)
class Outline:
    """The text of a page, taken apart; everything in the order of the document, code left out."""

    headings: tuple[Heading, ...]
    anchors: tuple[Anchor, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    prose: tuple[Fragment, ...]
    html: tuple[Fragment, ...]
    hash_lines: tuple[Fragment, ...]
    stray_ids: tuple[Fragment, ...]
    open_fences: tuple[Fragment, ...]
    tight_rules: tuple[Fragment, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]


def parse_outline(text: str, first_line: int) -> Outline:
    """Take a text apart, its first line being line `first_line` of the file."""
    # Empty lines in front bring the lines of the file and of the parser together.
    lines = [""] * (first_line - 1) + text.split("\n")
    tokens = parser.tokens("\n".join(lines))
    inlines = [(tokens[at - 1], token) for at, token in enumerate(tokens) if token.type == "inline"]
    headings = tuple(_heading(opening, inline, lines) for opening, inline in inlines if opening.type == "heading_open")
    named = [Anchor(head.id, head.line, head.level, head.title) for head in headings if head.id]
    pieces = [(piece, line + 1) for _, inline in inlines for piece, line in parser.pieces(inline)]
    paragraphs = [inline for opening, inline in inlines if opening.type == "paragraph_open"]
    hash_lines = tuple(pitfalls.hash_lines(paragraphs))
    stray_ids = [found for opening, inline in inlines for found in _stray_ids(opening, inline)]
    return Outline(
        headings=headings,
        anchors=tuple(sorted([*named, *_paragraph_ids(paragraphs)], key=lambda anchor: anchor.line)),
        links=tuple(Link(str(p.attrs["href"]), line) for p, line in pieces if p.type == "link_open"),
        images=tuple(Image(str(p.attrs["src"]), line, p.content) for p, line in pieces if p.type == "image"),
        prose=tuple(Fragment(p.content, line) for p, line in pieces if p.type == "text"),
        html=tuple(pitfalls.html(tokens, pieces)),
        hash_lines=hash_lines,
        stray_ids=tuple(id_ for id_ in stray_ids if id_.line not in {line.line for line in hash_lines}),
        open_fences=tuple(pitfalls.open_fences(tokens, lines)),
        tight_rules=tuple(pitfalls.tight_rules(tokens, lines)),
        blocks=tuple(blocks.blocks(tokens)),
        tables=tuple(blocks.tables(tokens)),
    )


def _id(attributes: re.Match[str] | None) -> str | None:
    found = ID.findall(attributes[1]) if attributes else []
    return found[-1] if found else None


def _heading(opening: Token, inline: Token, lines: list[str]) -> Heading:
    plain = "".join(
        piece.content if piece.type in ("text", "code_inline", "image") else " " * (piece.type == "softbreak")
        for piece in inline.children or ()
    )
    line = start(opening)
    return Heading(
        title=TAIL.sub("", plain).strip(),
        level=int(opening.tag[1]),
        line=line,
        id=_id(TAIL.search(inline.content)),
        shifted=lines[line - 1][:1].isspace() and (opening.level == 0 or bool(lines[line - 2].strip())),
    )


def _paragraph_id(inline: Token) -> str | None:
    above, _, last = inline.content.rpartition("\n")
    return _id(OWN_LINE.match(last)) if above else None


def _paragraph_ids(paragraphs: list[Token]) -> Iterator[Anchor]:
    for inline in paragraphs:
        if found := _paragraph_id(inline):
            yield Anchor(found, start(inline) + inline.content.count("\n"), 0, "")


def _stray_ids(opening: Token, inline: Token) -> Iterator[Fragment]:
    """Ids in braces elsewhere than at the end of a heading or on the last line of a paragraph."""
    if opening.type == "heading_open":
        return
    found = [
        Fragment(name, line + 1)
        for piece, line in parser.pieces(inline)
        if piece.type == "text"
        for braces in BRACES.finditer(piece.content)
        if (name := _id(braces))
    ]
    good = opening.type == "paragraph_open" and _paragraph_id(inline)
    yield from found[:-1] if good else found
