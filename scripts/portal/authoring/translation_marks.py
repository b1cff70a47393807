"""Writing into translations which text of the original they follow."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.content.reading.pages import Page
from portal.content.translations.changed_since import versions
from portal.content.translations.status import Pages, Status, marks_of, original_language, section_statuses

Done = list[tuple[Path, list[str]]]
"""The files written, each with the sections marked in it."""

BLOCK = re.compile(r"^follows:.*\n(?:[ \t]+.*\n|[ \t]*\n(?=[ \t]))*", re.MULTILINE)


class Refusal(Exception):
    """A mark that cannot be written; `key` names the words of the reason."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def mark_sections(page: Page, ids: Sequence[str], pages: Pages, docs: Path) -> Done:
    """Say that sections of a translation (all unless named) follow the present text of the original."""
    found = {section.id: section for section in section_statuses(page, pages) if section.state is not Status.GONE}
    if not found:
        raise Refusal("mark_original", path=page.file.as_posix())
    wrong = [name for name in ids if name not in found or name not in page.sections]
    if wrong:
        raise Refusal("mark_no_section", id=wrong[0], path=page.file.as_posix(), ids=", ".join(page.sections))
    chosen = [name for name in found if name in page.sections and (not ids or name in ids)]
    marks = {name: text for name, text in marks_of(page).items() if name in found}
    marks |= {name: found[name].fingerprint for name in chosen}
    write_marks(docs.parent / page.file, {name: marks[name] for name in found if name in marks})
    return [(page.file, chosen)]


def carry_over_spelling(page: Page, ids: Sequence[str], pages: Pages, docs: Path) -> Done:
    """Let translations that followed the text before a correction of spelling follow the text after it."""
    if original_language(pages, page.path) != page.language:
        raise Refusal("mark_not_original", path=page.file.as_posix())
    before = {} if ids else _before(page, docs)
    unknown = [name for name in ids if name not in page.sections]
    if unknown:
        raise Refusal("mark_no_section", id=unknown[0], path=page.file.as_posix(), ids=", ".join(page.sections))
    done: Done = []
    for (language, path), other in pages.items():
        if path == page.path and language != page.language:
            behind = [section.id for section in section_statuses(other, pages) if section.state is Status.CHANGED]
            carried = [
                name for name in behind if name in ids or (name in before and marks_of(other)[name] == before[name])
            ]
            done += mark_sections(other, carried, pages, docs) if carried else []
    return done


def _before(page: Page, docs: Path) -> Mapping[str, str]:
    """The fingerprints of the text before the correction."""
    for _, older in versions(docs.parent, page.file):
        if older.fingerprints != page.fingerprints:
            return older.fingerprints
    raise Refusal("mark_no_history", path=page.file.as_posix(), ids=" ".join(page.sections))


def write_marks(file: Path, marks: Mapping[str, str]) -> None:
    """Put the marks into the head of a file in place of those that it has; everything else stays as it is."""
    with file.open(encoding="utf-8", newline="") as source:
        text = source.read()
    ending = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    end = text.index("\n---", 3) + 1
    head, rest = BLOCK.sub("", text[:end]), text[end:]
    lines = "".join(f"  {name}: {found}\n" for name, found in marks.items())
    with file.open("w", encoding="utf-8", newline="") as target:
        target.write((head + f"follows:\n{lines}" + rest).replace("\n", ending))
