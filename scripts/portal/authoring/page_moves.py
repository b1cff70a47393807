"""Move a page to another path, and update everything that names it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from portal.addresses import Address, likely_address
from portal.content.edition import Edition
from portal.content.markdown.outline import Image, Link
from portal.content.permalinks import redirects_file
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules.targets import Target
from portal.content.suggestions import nearest_name, perhaps
from portal.content.translations import marks
from portal.languages import LANGUAGES


def check_move(permalinks: Permalinks, old: Address, new: Address | None, written: str) -> list[Problem]:
    """Why a page cannot be moved; `new` is None where the path as `written` is no address."""
    name = Path("scripts/move_page.py")
    pages = [str(address) for address in permalinks.live if not address.id]
    if old not in permalinks.live or not old.path:
        return [Problem(name, 0, "move-old", {"found": old, **perhaps(nearest_name(str(old), pages))})]
    if new is None:
        return [Problem(name, 0, "move-form", {"found": written, "near": likely_address(written)})]
    if new in permalinks.live or new in permalinks.locked:
        return [Problem(name, 0, "move-taken", {"found": new})]
    return []


@dataclass(frozen=True)
class PageMove:
    """A page to be moved from one path to another; files are named from the root of the project."""

    edition: Edition
    old: str
    new: str

    def changes(self, root: Path) -> dict[str, str | None]:
        """The new text of each file that changes, None for one to be deleted."""
        found: dict[str, str | None] = {}
        for page in self.edition.all_pages:
            before = (root / page.file).read_bytes().decode("utf-8")
            after, file = self._update_page(before, page), self._after_move(page).file
            if file != page.file:
                found[page.file.as_posix()] = None
            if file != page.file or after != before:
                found[file.as_posix()] = after
        for name, update in (
            ("mkdocs.yml", self._update_nav),
            (redirects_file.FILE.as_posix(), self._update_redirects),
            (marks.FILE.as_posix(), self._update_marks),
        ):
            before = (root / name).read_bytes().decode("utf-8") if (root / name).is_file() else ""
            if (after := update(before)) != before:
                found[name] = after
        return found

    @cached_property
    def _new_paths(self) -> Mapping[str, str]:
        """The new path of each file of the page, within the folder of a language; an index stays an index."""
        old = {page.relative_path for page in self.edition.all_pages if page.path == self.old}
        return {path: f"{self.new}/index.md" if path == f"{self.old}/index.md" else f"{self.new}.md" for path in old}

    def _after_move(self, page: Page) -> Page:
        path = self._new_paths.get(page.relative_path, page.relative_path)
        return replace(page, file=Path("docs", page.language, path))

    def _update_page(self, text: str, page: Page) -> str:
        """The text with its links, and the list "based_on" in its front matter, as they must be after the move."""
        moved = self._after_move(page)
        links: tuple[Link | Image, ...] = (*page.body.links, *page.body.images)
        for link in links:
            target = Target(link.target, link.line, page, self.edition)
            if not target.is_relative:
                continue
            language, _, path = target.docs_path.partition("/")
            name = f"{language}/{self._new_paths.get(path, path)}"
            if name != target.docs_path or moved.file != page.file:
                _, sign, fragment = link.target.partition("#")
                new = moved.link_to(name) + sign + fragment
                text = _replace_link(text, page.file_line(link.line), link.target, new)
        end = max(text.find("\n---", 3), 0)
        return re.sub(rf"(?<![\w/-]){re.escape(self.old)}(?=#)", self.new, text[:end]) + text[end:]

    def _update_nav(self, text: str) -> str:
        old = "|".join(map(re.escape, self._new_paths))
        new = next(iter(self._new_paths.values()))
        return re.sub(rf"(?m)^(\s*-\s+(?:[^\n:]+:\s+)?)(?:{old})(?=\s*$)", rf"\g<1>{new}", text)

    def _update_redirects(self, text: str) -> str:
        """Lines that lead to the page lead to its new path, and one is added for the move if the page was published."""
        target = re.compile(rf"(:\s+|^\s*-\s+){re.escape(self.old)}/(?=[#\s]|$)")
        lines = text.splitlines(keepends=True)
        after = "".join(
            line if line.lstrip().startswith("#") else target.sub(rf"\g<1>{self.new}/", line) for line in lines
        )
        if any(address.path == self.old for address in self.edition.permalinks.locked):
            after += ("" if not after or after.endswith("\n") else "\n") + f"{Address(self.old)}: {Address(self.new)}\n"
        return after

    def _update_marks(self, text: str) -> str:
        return re.sub(rf"(?m)^({'|'.join(LANGUAGES)})/{re.escape(self.old)}/(?=[# ])", rf"\1/{self.new}/", text)


def _replace_link(text: str, line: int, old: str, new: str) -> str:
    """The text with an address replaced: at its first link from `line` on, or else where the reference is defined."""
    if old == new:
        return text
    lines = text.splitlines(keepends=True)
    before, after = "".join(lines[: line - 1]), "".join(lines[line - 1 :])
    pattern = re.compile(r"(?:(?<=[(<])|^)" + re.escape(old) + r"(?=[)>\s])", re.MULTILINE)
    if found := pattern.search(after):
        return before + after[: found.start()] + new + after[found.end() :]
    return re.sub(rf"(?m)^(\[[^\]]+\]: *<?){re.escape(old)}(?=[>\s]|$)", lambda match: match[1] + new, text)


def write_changes(root: Path, changes: Mapping[str, str | None]) -> None:
    """Write the new texts, and only then delete, so that nothing is lost if this is interrupted."""
    for name, text in changes.items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode("utf-8"))
    for name, text in changes.items():
        if text is None:
            (root / name).unlink()
