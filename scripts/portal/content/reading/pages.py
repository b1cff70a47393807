"""Pages as they are written: read and parsed, not yet checked."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from portal.addresses import page_path
from portal.content.markdown import outline, prose
from portal.content.markdown.outline import Anchor, Outline
from portal.content.markdown.prose import Passage
from portal.content.problems import Problem
from portal.content.reading.files import WORD_SIGNS, is_page, reading_problem
from portal.content.reading.front_matter import FrontMatter, read_front_matter
from portal.content.reading.front_values import Value
from portal.languages import LANGUAGES

BOM = b"\xef\xbb\xbf"
MOST_BYTES = 250_000
LONGEST_LINE = 8_000
"""Nobody writes larger files or longer lines, and parsing them would take minutes."""


@dataclass(frozen=True)
class Page:
    """One page in one language; `path` is its identity, the same in all of them ("strategy/role", home "")."""

    file: Path
    language: str
    path: str
    front: FrontMatter
    body: Outline
    text: str
    """The whole file, with line endings normalised to a single newline."""

    @property
    def relative_path(self) -> str:
        """The file within its language's folder: "strategy/role.md"."""
        return self.file.as_posix().split("/", 2)[2]

    @property
    def docs_path(self) -> str:
        """The file within docs/: "ru/strategy/role.md"."""
        return self.file.as_posix().split("/", 1)[1]

    @property
    def meta(self) -> Mapping[str, Value]:
        """The front matter; keys with a wrong value are left out."""
        return self.front.values

    @property
    def title(self) -> str:
        return str(self.meta.get("title", ""))

    @property
    def based_on(self) -> tuple[str, ...]:
        """The sections that the page is based on, as "path#id"."""
        found = self.meta.get("based_on")
        return found if isinstance(found, tuple) else ()

    def day(self, key: str) -> date | None:
        found = self.meta.get(key)
        return found if isinstance(found, date) else None

    @property
    def order(self) -> int:
        """The place of a news item among those of its day; items without one come last."""
        found = self.meta.get("order")
        return found if isinstance(found, int) else 100

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        return self.body.anchors

    @property
    def body_line(self) -> int:
        return self.front.body_line

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of the page, those of its front matter first."""
        found = prose.find_passages(self.text, self.front.lines, self.body_line, self.body.blocks, self.language)
        return tuple(found)

    def resolve(self, link: str) -> str:
        """The file within docs/ that a relative link leads to; it begins with ".." when that lies outside."""
        path = unquote(link.partition("#")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.docs_path), path)) if path else self.docs_path

    def problem(self, line: int, rule: str, /, **values: object) -> Problem:
        return Problem(self.file, line, rule, values)


def read_pages(docs: Path, files: Iterable[Path]) -> tuple[list[Page], list[Problem]]:
    """The pages among the files below `docs`, by language and path, and what kept others from being read."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for file in (file for file in files if is_page(file, docs)):
        name = file.relative_to(docs.parent)
        try:
            with file.open("rb") as source:
                # One byte more than allowed is enough to see that a file is too large.
                data = source.read(MOST_BYTES + 1)
        except OSError as fault:
            problems.append(reading_problem(name, fault))
            continue
        page, found = read_page(name, data)
        problems += found
        pages += [page] if page else []
    return sorted(pages, key=lambda page: (LANGUAGES.index(page.language), page.path, page.file)), problems


def read_page(file: Path, data: bytes) -> tuple[Page | None, list[Problem]]:
    """One page from its bytes; `file` begins with docs/ and the language."""
    if data.startswith(WORD_SIGNS):
        return None, [Problem(file, 0, "word-file", {"name": file.name})]
    if len(data) > MOST_BYTES:
        return None, [Problem(file, 0, "too-large", {"most": MOST_BYTES // 1000})]
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [reading_problem(file, fault)]
    problems = [Problem(file, 1, "bom")] if data.startswith(BOM) else []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if long := [number for number, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE]:
        return None, [*problems, Problem(file, long[0], "line-long", {"most": LONGEST_LINE})]
    if "\0" in text:
        problems.append(Problem(file, text[: text.index("\0")].count("\n") + 1, "nul"))
        text = text.replace("\0", "")
    front, in_front = read_front_matter(file, text)
    body = "\n".join(text.split("\n")[front.body_line - 1 :])
    path = page_path(Path(*file.parts[2:]).as_posix())
    page = Page(file, file.parts[1], path, front, outline.parse_outline(body, front.body_line), text)
    return page, problems + in_front
