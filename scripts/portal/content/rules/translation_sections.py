"""Rules of translations: a translation follows the Kyrgyz original, section by section."""

from collections.abc import Iterator

from portal.content.edition import Content
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.suggestions import ids_of
from portal.content.translations.status import marks_of
from portal.languages import ORIGINAL


def originals(page: Page, content: Content) -> Iterator[Problem]:
    """Kyrgyz comes first: a page that exists in translation only has no original."""
    # An original that is there but cannot be read is another problem, told elsewhere.
    if page.path not in content.originals and f"{ORIGINAL}/{page.place}" not in content.files:
        yield Problem(page.file, 0, "no-original", {"original": f"docs/{ORIGINAL}/{page.place}"})


def unknown_ids(page: Page, content: Content) -> Iterator[Problem]:
    """An id that the original lacks."""
    if original := _original(page, content):
        known = _ids(original)
        for anchor in page.anchors:
            # A section that once followed one of the original is behind, not wrong: another rule tells it.
            if anchor.id not in known and anchor.id not in marks_of(page):
                values = {"id": anchor.id, "original": original.file.as_posix(), "ids": ids_of(original)}
                yield Problem(page.file, anchor.line, "id-unknown", values)


def order(page: Page, content: Content) -> Iterator[Problem]:
    """The sections that both have stand in one order; the first that does not is told.

    A translation in the order that its marks have is in the former order of the original: it is behind, not wrong.
    """
    if not (original := _original(page, content)):
        return
    ours, theirs = _ids(page), _ids(original)
    common = zip([name for name in ours if name in theirs], [name for name in theirs if name in ours], strict=True)
    for found, expected in common:
        if found != expected:
            values = {"found": found, "expected": expected, "original": original.file.as_posix()}
            marked = [name for name in marks_of(page) if name in ours]
            behind = marked == [name for name in ours if name in marked] and {found, expected} <= set(marked)
            yield Problem(page.file, ours[found], "behind-order" if behind else "id-order", values, warning=behind)
            return


def behind(page: Page, content: Content) -> Iterator[Problem]:
    """Sections not translated yet: the page can be published, and readers can be told."""
    if original := _original(page, content):
        missing = [name for name in _ids(original) if name not in _ids(page)]
        if missing:
            values = {"ids": ", ".join(f"#{name}" for name in missing), "original": original.file.as_posix()}
            yield Problem(page.file, 0, "behind", values, warning=True)


def _original(page: Page, content: Content) -> Page | None:
    return None if page.language == ORIGINAL else content.originals.get(page.path)


def _ids(page: Page) -> dict[str, int]:
    """Each id and its first line, in order; a doubled one is told elsewhere."""
    lines: dict[str, int] = {}
    for anchor in page.anchors:
        lines.setdefault(anchor.id, anchor.line)
    return lines
