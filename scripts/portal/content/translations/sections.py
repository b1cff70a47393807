"""A page split into sections: what comes before the first id, under each heading, in each paragraph with an id."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from portal.addresses import Address
from portal.content.markdown.blocks import Table
from portal.content.markdown.outline import Anchor
from portal.content.markdown.prose import Passage
from portal.content.reading.pages import Page

TOP = "top"
OPENING = 6
"""How many words stand for a paragraph, which has no title."""
CODE = re.compile(r"(?<![`\\])(`+)(?!`)([^`]+)(?<!`)\1(?!`)")
EXTERNAL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Section:
    id: str
    level: int = 0
    title: str = ""
    passages: tuple[Passage, ...] = ()
    code: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def opening(self) -> str:
        """Its first words."""
        words = " ".join(passage.text.replace("\0", " ") for passage in self.passages).split()
        return " ".join(words[:OPENING]) + ("…" if len(words) > OPENING else "")


def section_address(path: str, section: str) -> Address:
    """The address of a section of a page; what comes before the first id has that of the page."""
    return Address(path, "" if section == TOP else section)


def sections_of(page: Page) -> Mapping[str, Section]:
    """The sections of a page by id, in document order, "top" first; of a duplicate id the first section is kept."""
    ids = _section_ids(page)
    parts: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    # A note on what changed asks for no translation.
    for passage in (passage for passage in page.passages if passage.kind != "changes"):
        parts[TOP if passage.group < 0 else ids[min(passage.line, len(ids) - 1)]]["passages"].append(passage)
    others = {
        "code": _code(page),
        "links": ((link.line, _comparable_target(link.target, page)) for link in page.body.links),
        "images": ((image.line, _comparable_target(image.target, page)) for image in page.body.images),
        "tables": ((table.line, table) for table in page.body.tables),
    }
    for kind, items in others.items():
        for line, item in items:
            parts[ids[min(line, len(ids) - 1)]][kind].append(item)
    found: dict[str, Section] = {}
    for anchor in [Anchor(TOP, 0, 0, ""), *page.anchors]:
        fields = {kind: tuple(items) for kind, items in parts[anchor.id].items()}
        found.setdefault(anchor.id, Section(anchor.id, anchor.level, anchor.title, **fields))
    return found


def _comparable_target(target: str, page: Page) -> str:
    """An address without what differs between languages: "strategy/role.md#union"; unchanged if on another site."""
    if EXTERNAL.match(target):
        return target
    _, hash_, fragment = unquote(target).partition("#")
    return page.resolve(target).removeprefix(f"{page.language}/") + (hash_ + fragment if fragment else "")


def _section_ids(page: Page) -> Sequence[str]:
    """For each line of the file, from 1, the id of the section it belongs to."""
    ids: list[str] = []
    headings = {anchor.line: anchor.id for anchor in page.anchors if anchor.level}
    current = TOP
    for line in range(page.text.count("\n") + 3):
        current = headings.get(line, current)
        ids.append(current)
    paragraphs = [anchor for anchor in page.anchors if not anchor.level]
    for block in page.body.blocks:
        for anchor in paragraphs:
            if block.first <= anchor.line <= block.last and block.kind != "code":
                ids[block.first : block.last + 1] = [anchor.id] * (block.last + 1 - block.first)
    return ids


def _code(page: Page) -> Iterator[tuple[int, str]]:
    """The code of a page, each with the first line of its block."""
    lines = page.text.split("\n")
    for block in page.body.blocks:
        raw = "\n".join(lines[block.first - 1 : block.last])
        if block.kind == "code":
            yield block.first, raw
        elif "`" in raw:
            yield from ((block.first, sample[2]) for sample in CODE.finditer(raw))
