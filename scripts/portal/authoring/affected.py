"""Which addresses a change touches: the sections whose text differs from the base's, and what moved or ended."""

from collections.abc import Iterator
from pathlib import Path

from portal.addresses import Address
from portal.content.permalinks.resolver import Permalinks
from portal.content.reading.pages import Page
from portal.languages import ORIGINAL


def affected_addresses(root: Path, permalinks: Permalinks) -> set[Address]:
    """The addresses of the base whose text, in any language, is not the same in the tree at `root`."""
    found: set[Address] = set()
    for file, before in permalinks.baseline.texts.items():
        old = next((page for page in permalinks.baseline.pages.values() if page.file.as_posix() == file), None)
        if old is None:
            continue
        new = permalinks.pages.get((old.language, old.path))
        now = (root / new.file).read_text(encoding="utf-8", errors="replace") if new else ""
        if before == now:
            continue
        after = dict(section_texts(new, now)) if new else {}
        found |= {Address(old.path)} | {
            Address(old.path, name) for name, text in section_texts(old, before) if after.get(name) != text
        }
    return found | {address for address in permalinks.locked if _turned(permalinks, address)}


def section_texts(page: Page, text: str) -> Iterator[tuple[str, str]]:
    """Each id of a page with its text: a heading's reaches to the next of its level, a paragraph's is the paragraph."""
    lines = text.splitlines()
    for at, anchor in enumerate(page.anchors):
        if anchor.level:
            end = next(
                (later.line - 1 for later in page.anchors[at + 1 :] if 0 < later.level <= anchor.level), len(lines)
            )
            yield anchor.id, "\n".join(lines[anchor.line - 1 : end]).strip()
        else:
            begin = next((line for line in range(anchor.line - 1, 0, -1) if not lines[line - 1].strip()), 0)
            yield anchor.id, "\n".join(lines[begin : anchor.line])


def _turned(permalinks: Permalinks, address: Address) -> bool:
    """Whether an address leads elsewhere than on the base."""
    lived = (ORIGINAL, address.path) in permalinks.baseline.pages
    return (
        lived
        and permalinks.destination(address) != address
        and not {address, address.page} & permalinks.baseline.redirects.keys
    )
