"""A page taken apart into sections: what stands before the first id, under each heading, in each paragraph with an id."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from portal.content.markdown.blocks import Block, Table
from portal.content.markdown.outline import Anchor, Outline
from portal.content.markdown.prose import Passage
from portal.content.reading.pages import Page

TOP = "top"
CODE = re.compile(r"(?<![`\\])(`+)(?!`)([^`]+)(?<!`)\1(?!`)")
EXTERNAL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Section:
    """A section: its words, its samples of code, and what it has besides words."""

    id: str
    level: int = 0
    title: str = ""
    passages: tuple[Passage, ...] = ()
    code: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


def sections_of(page: Page) -> Mapping[str, Section]:
    """The sections of a page by id, in the order of the document, "top" first; of a doubled id the first section is kept."""
    body = page.body
    owners = _owners(page.text, body)
    parts: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for passage in page.passages:
        parts[TOP if passage.group < 0 else _owner(owners, passage.line)]["passages"].append(passage)
    for line, sample in _code(page.text, body.blocks):
        parts[_owner(owners, line)]["code"].append(sample)
    for link in body.links:
        parts[_owner(owners, link.line)]["links"].append(plain_target(link.target, page.place))
    for image in body.images:
        parts[_owner(owners, image.line)]["images"].append(plain_target(image.target, page.place))
    for table in body.tables:
        parts[_owner(owners, table.line)]["tables"].append(table)
    found: dict[str, Section] = {}
    for anchor in [Anchor(TOP, 0, 0, ""), *body.anchors]:
        has = {name: tuple(items) for name, items in parts[anchor.id].items()}
        found.setdefault(anchor.id, Section(anchor.id, anchor.level, anchor.title, **has))
    return found


def plain_target(target: str, place: str) -> str:
    """An address free of where it is written and in which language: "strategy/role.md#union"; one of another site as it is."""
    if EXTERNAL.match(target):
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


def _owner(owners: Sequence[str], line: int) -> str:
    return owners[min(line, len(owners) - 1)]


def _code(text: str, blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    """The samples of code of a page, each with the first line of its block."""
    lines = text.split("\n")
    for block in blocks:
        raw = "\n".join(lines[block.first - 1 : block.last])
        if block.kind == "code":
            yield block.first, raw
        elif "`" in raw:
            yield from ((block.first, sample[2]) for sample in CODE.finditer(raw))
