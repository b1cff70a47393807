"""The pages as they are written: read from docs/, taken apart, not yet judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from portal.addresses import page_path
from portal.content.markdown import outline, prose
from portal.content.markdown.outline import Anchor, Link, Outline
from portal.content.markdown.prose import Passage
from portal.content.problems import Problem
from portal.content.reading import front_matter
from portal.content.reading.files import is_page
from portal.content.reading.front_matter import FrontMatter
from portal.content.reading.front_values import Value
from portal.languages import LANGUAGES

BOM = b"\xef\xbb\xbf"
MOST_BYTES = 250_000
LONGEST_LINE = 8_000
"""Larger files and longer lines are no texts that someone wrote, and to take them apart would take minutes."""


@dataclass(frozen=True)
class Page:
    """One page in one language; `path` is its identity, the same in all of them ("strategy/role", home "")."""

    file: Path
    language: str
    path: str
    front: FrontMatter
    body: Outline
    text: str
    """The whole file, its lines ended by a single sign."""

    @property
    def meta(self) -> Mapping[str, Value]:
        """The facts at the head; dates are dates, and a key with a wrong value is left out."""
        return self.front.values

    @property
    def title(self) -> str:
        """The title, or nothing where it is missing."""
        return str(self.meta.get("title", ""))

    @property
    def based_on(self) -> tuple[str, ...]:
        """The places that the page rests on, as "path#id"."""
        found = self.meta.get("based_on")
        return found if isinstance(found, tuple) else ()

    def day(self, key: str) -> date | None:
        """A date at the head; None where there is none."""
        found = self.meta.get(key)
        return found if isinstance(found, date) else None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Headings and paragraphs with an id."""
        return self.body.anchors

    @property
    def links(self) -> tuple[Link, ...]:
        """Links as written, images not among them."""
        return self.body.links

    @property
    def body_line(self) -> int:
        """The line of the file on which the text begins."""
        return self.front.body_line

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of the page, those of its head first."""
        head = prose.of_front(self.text, self.front.lines, self.body_line, self.language)
        return (*head, *prose.of_body(self.text, self.body.blocks, self.language))

    @property
    def place(self) -> str:
        """The file within its language's folder: "strategy/role.md"."""
        return Path(*self.file.parts[2:]).as_posix()


def read_pages(docs: Path, files: Iterable[Path]) -> tuple[list[Page], list[Problem]]:
    """The pages among the files below `docs` in order of language and path, and what kept others from being read."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for file in files:
        if is_page(file, docs):
            page, faults = _read_file(file, docs)
            problems += faults
            pages += [page] if page else []
    return sorted(pages, key=lambda page: (LANGUAGES.index(page.language), page.path, page.file)), problems


def read_page(file: Path, data: bytes) -> tuple[Page | None, list[Problem]]:
    """One page from its bytes; `file` begins with docs/ and the language."""
    if len(data) > MOST_BYTES:
        return None, [Problem(file, 0, "too-large", {"most": MOST_BYTES // 1000})]
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        return None, [Problem(file, line, "encoding", {"byte": f"0x{fault.object[fault.start]:02X}"})]
    problems = [Problem(file, 1, "bom")] if data.startswith(BOM) else []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if long := [number for number, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE]:
        return None, [*problems, Problem(file, long[0], "line-long", {"most": LONGEST_LINE})]
    if "\0" in text:
        problems.append(Problem(file, text[: text.index("\0")].count("\n") + 1, "nul"))
        text = text.replace("\0", "")
    front, faults = front_matter.read_front_matter(file, text)
    rest = "\n".join(text.split("\n")[front.body_line - 1 :])
    return Page(
        file,
        file.parts[1],
        page_path(Path(*file.parts[2:]).as_posix()),
        front,
        outline.parse_outline(rest, front.body_line),
        text,
    ), problems + faults


def _read_file(file: Path, docs: Path) -> tuple[Page | None, list[Problem]]:
    name = file.relative_to(docs.parent)
    try:
        # No more is read than is needed to see that it is too much.
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError as fault:
        return None, [Problem(name, 0, "unreadable", {"reason": fault.strerror or fault})]
    return read_page(name, data)
