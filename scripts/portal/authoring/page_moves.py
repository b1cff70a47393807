"""A page moved to another path, with everything that names it."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.addresses import Address, likely_address, page_path
from portal.content.edition import Edition
from portal.content.permalinks import redirects_file
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules.targets import Target
from portal.content.suggestions import nearest
from portal.content.translations import marks
from portal.languages import LANGUAGES


@dataclass(frozen=True)
class Plan:
    """The files to write with their new text, and those to take away; names from the project's root, "/" between parts."""

    written: Mapping[str, str]
    removed: tuple[str, ...]

    @property
    def told(self) -> list[str]:
        """A line for each file."""
        return [f"- {name}" for name in self.removed] + [
            f"{'+' if self.removed else ' '} {name}" for name in sorted(self.written)
        ]


def obstacles(permalinks: Permalinks, old: Address, new: Address | None, written: str) -> list[Problem]:
    """Why a page cannot be moved."""
    name = Path("scripts/move_page.py")
    pages = [str(address) for address in permalinks.live if not address.id]
    if old not in permalinks.live or not old.path:
        return [Problem(name, 0, "move-old", {"found": old, "near": nearest(str(old), pages)})]
    if new is None:
        return [Problem(name, 0, "move-form", {"found": written, "near": likely_address(written)})]
    if new in permalinks.live or new in permalinks.locked:
        return [Problem(name, 0, "move-taken", {"found": new})]
    return []


def plan(root: Path, edition: Edition, old: str, new: str) -> Plan:
    """All changes that a move from one path to another asks for."""
    moved = {page.relative_path: _place(page.relative_path, old, new) for page in edition.all_pages if page.path == old}
    written: dict[str, str] = {}
    removed: list[str] = []
    for page in edition.all_pages:
        file = page.file.as_posix()
        before = (root / file).read_bytes().decode("utf-8")
        after = _based_on(_links(before, page, edition, moved), old, new)
        target = f"docs/{page.language}/{moved[page.relative_path]}" if page.relative_path in moved else file
        removed += [file] if target != file else []
        written |= {target: after} if target != file or after != before else {}
    for name, text in _lists(root, edition.permalinks, moved, old, new):
        if text is not None:
            written[name] = text
    return Plan(written, tuple(removed))


def carry_out(root: Path, plan: Plan) -> None:
    """Write the new files first, so that nothing is lost where this is interrupted."""
    for name, text in plan.written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8"))
    for name in plan.removed:
        (root / name).unlink()


def _place(place: str, old: str, new: str) -> str:
    """The file of a page under its new path: an index stays one."""
    return f"{new}/index.md" if place == f"{old}/index.md" else f"{new}.md"


def _links(text: str, page: Page, edition: Edition, moved: Mapping[str, str]) -> str:
    """The text with the links to the page, and on the page itself those to others, as seen from where they will stand."""
    folder = posixpath.dirname(f"{page.language}/{moved.get(page.relative_path, page.relative_path)}")
    for address, line in [(link.target, link.line) for link in page.body.links] + [
        (image.target, image.line) for image in page.body.images
    ]:
        target = Target(address, line, page, edition)
        if not target.is_relative:
            continue
        language, _, place = target.docs_path.partition("/")
        name = f"{language}/{moved.get(place, place)}"
        if name != target.docs_path or page.relative_path in moved:
            fragment = f"#{address.partition('#')[2]}" if "#" in address else ""
            text = _replaced(text, line, address, posixpath.relpath(name, folder) + fragment)
    return text


def _replaced(text: str, line: int, old: str, new: str) -> str:
    """The text with an address replaced where its link begins, or else where the reference is defined."""
    if old == new:
        return text
    lines = text.splitlines(keepends=True)
    here = "".join(lines[line - 1 :])
    pattern = re.compile(r"(?:(?<=[(<])|^)" + re.escape(old) + r"(?=[)>\s])", re.MULTILINE)
    if found := pattern.search(here):
        return "".join(lines[: line - 1]) + here[: found.start()] + new + here[found.end() :]
    return re.sub(r"(?m)^(\[[^\]]+\]: *<?)" + re.escape(old) + r"(?=[>\s]|$)", lambda match: match[1] + new, text)


def _based_on(text: str, old: str, new: str) -> str:
    """The text with the page's sections renamed in the list "based_on" at its head."""
    end = text.find("\n---", 3)
    head, rest = (text[:end], text[end:]) if end > 0 else ("", text)
    return re.sub(rf"(?<![\w/-]){re.escape(old)}(?=#)", new, head) + rest


def _lists(
    root: Path, permalinks: Permalinks, moved: Mapping[str, str], old: str, new: str
) -> Iterator[tuple[str, str | None]]:
    """The order of reading and the list of moves; None for a file that stays as it is."""
    config = root / "mkdocs.yml"
    if config.is_file():
        text = config.read_bytes().decode("utf-8")
        places = "|".join(map(re.escape, {place for place in moved if page_path(place) == old}))
        after = re.sub(
            rf"(?m)^(\s*-\s+(?:[^\n:]+:\s+)?)(?:{places})(?=\s*$)",
            lambda match: match[1] + next(iter(moved.values())),
            text,
        )
        yield config.name, after if after != text else None
    yield redirects_file.FILE.as_posix(), _moves(root / redirects_file.FILE, permalinks, old, new)
    yield marks.FILE.as_posix(), _marks(root / marks.FILE, old, new)


def _marks(file: Path, old: str, new: str) -> str | None:
    """records/translations.txt with the lines of the page under its new address."""
    text = file.read_bytes().decode("utf-8") if file.is_file() else ""
    after = re.sub(rf"(?m)^({'|'.join(LANGUAGES)})/{re.escape(old)}/(?=[# ])", rf"\1/{new}/", text)
    return after if after != text else None


def _moves(file: Path, permalinks: Permalinks, old: str, new: str) -> str | None:
    """moved.yml with the lines that led to the page leading to its new place, and the line of this move, if it was published."""
    text = file.read_bytes().decode("utf-8") if file.is_file() else ""
    lines = [
        line if line.lstrip().startswith("#") else _turned(line, old, new) for line in text.splitlines(keepends=True)
    ]
    after = "".join(lines)
    if any(address.path == old for address in permalinks.locked):
        after += ("" if not after or after.endswith("\n") else "\n") + f"{Address(old)}: {Address(new)}\n"
    return after if after != text else None


def _turned(line: str, old: str, new: str) -> str:
    return re.sub(rf"(:\s+|^\s*-\s+){re.escape(old)}/(?=[#\s]|$)", lambda match: f"{match[1]}{new}/", line)
