"""Rules of translations: a translation follows the Kyrgyz original, section by section."""

from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.suggestions import ids_of
from portal.languages import ORIGINAL


def originals(page: Page, edition: Edition) -> Iterator[Problem]:
    """Kyrgyz comes first: a page that exists in translation only has no original."""
    # An original that is there but cannot be read is another problem, told elsewhere.
    if page.path not in edition.originals and f"{ORIGINAL}/{page.place}" not in edition.files:
        yield Problem(page.file, 0, "no-original", {"original": f"docs/{ORIGINAL}/{page.place}"})


def unknown_ids(page: Page, edition: Edition) -> Iterator[Problem]:
    """An id that the original never had; one that it has lost is told by another rule."""
    if original := _original(page, edition):
        known = _ids(original)
        for anchor in page.anchors:
            if anchor.id not in known and not edition.translations.was_translated(page, anchor.id):
                values = {"id": anchor.id, "original": original.file.as_posix(), "ids": ids_of(original)}
                yield Problem(page.file, anchor.line, "id-unknown", values)


def order(page: Page, edition: Edition) -> Iterator[Problem]:
    """The sections that both have come in one order; the first that does not is named."""
    if original := _original(page, edition):
        ours, theirs = _ids(page), _ids(original)
        common = zip([name for name in ours if name in theirs], [name for name in theirs if name in ours], strict=True)
        if wrong := next(((found, expected) for found, expected in common if found != expected), None):
            values = {"found": wrong[0], "expected": wrong[1], "original": original.file.as_posix()}
            yield Problem(page.file, ours[wrong[0]], "id-order", values, warning=True)


def missing(page: Page, edition: Edition) -> Iterator[Problem]:
    """Sections not translated yet: the page can be published, and readers can be told."""
    if original := _original(page, edition):
        missing = [name for name in _ids(original) if name not in _ids(page)]
        if missing:
            values = {"ids": ", ".join(f"#{name}" for name in missing), "original": original.file.as_posix()}
            yield Problem(page.file, 0, "behind", values, warning=True)


def _original(page: Page, edition: Edition) -> Page | None:
    return None if page.language == ORIGINAL else edition.originals.get(page.path)


def _ids(page: Page) -> dict[str, int]:
    """Each id and its first line, in order; a doubled one is told elsewhere."""
    lines: dict[str, int] = {}
    for anchor in page.anchors:
        lines.setdefault(anchor.id, anchor.line)
    return lines
