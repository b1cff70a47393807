"""Pages: parsed, not yet checked."""

import posixpath
from collections.abc import Mapping
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
from portal.content.reading.fix import Fix
from portal.content.reading.front_matter import FrontMatter, read_front_matter
from portal.content.reading.front_values import Document, Value
from portal.digest import digest


@dataclass(frozen=True)
class Page:
    """One page in one language; `path` is its identity, the same in all of them ("strategy/role", home "")."""

    file: Path
    language: str
    path: str
    front: FrontMatter
    body: Outline
    text: str
    """The whole file as it was meant, with what can be mended safely mended and a single newline at each line's end."""
    fixes: tuple[Fix, ...] = ()
    """What was mended."""
    file_lines: tuple[int, ...] = ()
    """The line of the file for each line of `text`, where mending added lines."""

    @property
    def relative_path(self) -> str:
        """The file within its language's folder: "strategy/role.md"."""
        return self.file.as_posix().split("/", 2)[2]

    @property
    def docs_path(self) -> str:
        """The file within docs/: "ru/strategy/role.md"."""
        return self.file.as_posix().split("/", 1)[1]

    @cached_property
    def digest(self) -> str:
        """A hash of all that the page is read from."""
        return digest(f"{self.docs_path}\0{self.text}")

    @property
    def meta(self) -> Mapping[str, Value]:
        """The front matter; keys with a wrong value are left out."""
        return self.front.values

    @property
    def title(self) -> str:
        return str(self.meta.get("title", ""))

    @property
    def based_on(self) -> tuple[str | Document, ...]:
        """What the page is based on: sections of this site, as "path#id", and documents."""
        found = self.meta.get("based_on")
        return found if isinstance(found, tuple) else ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """What a news item is about, by the names of language/subjects.yml."""
        found = self.meta.get("subjects")
        return tuple(each for each in found if isinstance(each, str)) if isinstance(found, tuple) else ()

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
    def markdown(self) -> str:
        """The text without its front matter."""
        return "\n".join(self.text.split("\n")[self.body_line - 1 :])

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

    def link_to(self, docs_path: str) -> str:
        """A file within docs/ as the page would link to it."""
        return posixpath.relpath(docs_path, posixpath.dirname(self.docs_path))

    def file_line(self, line: int) -> int:
        """The line of the file for a line of `text`."""
        return self.file_lines[min(line, len(self.file_lines)) - 1] if self.file_lines and line else line

    def problem(self, line: int, rule: str, /, **values: object) -> Problem:
        return Problem(self.file, line, rule, values)

    def warning(self, line: int, rule: str, /, **values: object) -> Problem:
        return Problem(self.file, line, rule, values, warning=True)


def parse_page(file: Path, text: str) -> tuple[Page, list[Problem]]:
    """A page from its text; `file` begins with docs/ and the language."""
    front, problems = read_front_matter(file, text)
    body = "\n".join(text.split("\n")[front.body_line - 1 :])
    path = page_path(Path(*file.parts[2:]).as_posix())
    return Page(file, file.parts[1], path, front, outline.parse_outline(body, front.body_line), text), problems
