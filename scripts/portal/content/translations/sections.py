"""A page taken apart into sections: what stands before the first id, under each heading, in each paragraph with an id."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from portal.content.markdown.blocks import Block, Table
from portal.content.markdown.outline import Anchor, Outline
from portal.content.markdown.prose import Passage

TOP = "top"
CODE = re.compile(r"(?<![`\\])(`+)(?!`)([^`]+)(?<!`)\1(?!`)")
OUTER = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass
class Section:
    """A section being gathered: its words, its samples of code, and what it has besides words."""

    id: str
    level: int = 0
    title: str = ""
    passages: list[Passage] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    figures: frozenset[str] | None = None
    """The figures of its words as written, once they have been looked for."""


def sections(text: str, body: Outline, passages: Iterable[Passage], place: str) -> Mapping[str, Section]:
    """The sections of a page by id, in the order of the document, "top" first; of a doubled id the first section is kept."""
    order = [Section(TOP)] + [Section(anchor.id, anchor.level, anchor.title) for anchor in body.anchors]
    found: dict[str, Section] = {}
    for section in order:
        found.setdefault(section.id, section)
    owners = _owners(text, body)
    for passage in passages:
        found[_owner(owners, passage.line, passage.group < 0)].passages.append(passage)
    _add_code(text, body.blocks, owners, found)
    for link in body.links:
        found[_owner(owners, link.line)].links.append(plain_target(link.target, place))
    for image in body.images:
        found[_owner(owners, image.line)].images.append(plain_target(image.target, place))
    for table in body.tables:
        found[_owner(owners, table.line)].tables.append(table)
    return found


def plain_target(target: str, place: str) -> str:
    """An address free of where it is written and in which language: "strategy/role.md#union"; one of another site as it is."""
    if OUTER.match(target):
        return target
    path, _, fragment = unquote(target).partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(f"x/{place}"), path)) if path else f"x/{place}"
    return name.removeprefix("x/") + (f"#{fragment}" if fragment else "")


def _owners(text: str, body: Outline) -> Sequence[str]:
    """For each line of the file, from 1, the id of the section it belongs to."""
    owners: list[str] = []
    headings = {anchor.line: anchor.id for anchor in body.anchors if anchor.level}
    current = TOP
    for line in range(text.count("\n") + 3):
        current = headings.get(line, current)
        owners.append(current)
    paragraphs = [anchor for anchor in body.anchors if not anchor.level]
    for block in body.blocks if paragraphs else ():
        for anchor in _within(block, paragraphs):
            owners[block.first : block.last + 1] = [anchor.id] * (block.last + 1 - block.first)
    return owners


def _within(block: Block, paragraphs: Iterable[Anchor]) -> list[Anchor]:
    return [anchor for anchor in paragraphs if block.first <= anchor.line <= block.last and block.kind != "code"]


def _owner(owners: Sequence[str], line: int, head: bool = False) -> str:
    return TOP if head else owners[min(line, len(owners) - 1)]


def _add_code(text: str, blocks: Iterable[Block], owners: Sequence[str], found: Mapping[str, Section]) -> None:
    lines = text.split("\n")
    for block in blocks:
        raw = "\n".join(lines[block.first - 1 : block.last])
        code = [raw] if block.kind == "code" else [sample[2] for sample in CODE.finditer(raw)] if "`" in raw else []
        found[_owner(owners, block.first)].code += code
