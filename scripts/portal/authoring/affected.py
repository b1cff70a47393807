"""Addresses affected by a change: sections whose text differs from the baseline, and what moved or was removed."""

from collections.abc import Iterator
from pathlib import Path

from portal.addresses import Address
from portal.content.permalinks.resolver import Permalinks
from portal.content.reading.pages import Page
from portal.languages import ORIGINAL


def affected_addresses(root: Path, permalinks: Permalinks) -> set[Address]:
    """The addresses of the baseline whose text differs, in any language, in the tree at `root`."""
    found = {address for address in permalinks.locked if _leads_elsewhere(permalinks, address)}
    for old in permalinks.baseline.pages.values():
        before = permalinks.baseline.texts.get(old.file.as_posix())
        new = permalinks.pages.get((old.language, old.path))
        after = (root / new.file).read_text(encoding="utf-8", errors="replace") if new else ""
        if before is not None and before != after:
            sections = dict(_section_texts(new, after)) if new else {}
            changed = [id_ for id_, text in _section_texts(old, before) if sections.get(id_) != text]
            found |= {Address(old.path), *(Address(old.path, id_) for id_ in changed)}
    return found


def _section_texts(page: Page, text: str) -> Iterator[tuple[str, str]]:
    """Each id of a page with its text: for a heading up to the next of its level, else the paragraph."""
    lines = text.splitlines()
    for at, anchor in enumerate(page.anchors):
        if anchor.level:
            next_lines = (later.line - 1 for later in page.anchors[at + 1 :] if 0 < later.level <= anchor.level)
            yield anchor.id, "\n".join(lines[anchor.line - 1 : next(next_lines, len(lines))]).strip()
        else:
            begin = next((line for line in range(anchor.line - 1, 0, -1) if not lines[line - 1].strip()), 0)
            yield anchor.id, "\n".join(lines[begin : anchor.line])


def _leads_elsewhere(permalinks: Permalinks, address: Address) -> bool:
    baseline = permalinks.baseline
    was_live = (ORIGINAL, address.path) in baseline.pages and not {address, address.page} & baseline.redirects.addresses
    return was_live and permalinks.resolve(address) != address
