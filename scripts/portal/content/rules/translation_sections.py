"""Rules of translations: a translation follows the Kyrgyz original, section by section."""

from collections.abc import Iterator

from portal.content import news
from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.suggestions import ids_of
from portal.languages import ORIGINAL


def has_original(page: Page, edition: Edition) -> Iterator[Problem]:
    # An original that exists but cannot be read is reported elsewhere.
    original = f"{ORIGINAL}/{page.relative_path}"
    if page.path in edition.originals or original in edition.files:
        return
    if twin := _twin(page, edition):
        yield page.problem(0, "news-twin", day=twin.day("date"), other=twin.relative_path)
    else:
        yield page.problem(0, "no-original", original=f"docs/{original}")


def sections(page: Page, edition: Edition) -> Iterator[Problem]:
    """A translation has the sections of its original, in the same order."""
    original = edition.originals.get(page.path)
    if original is None or page.language == ORIGINAL:
        return
    name = original.file.as_posix()
    ours, theirs = _id_lines(page), _id_lines(original)
    for anchor in page.anchors:
        # Sections that the original has lost are reported by another rule.
        if anchor.id not in theirs and not edition.translations.was_translated(page, anchor.id):
            yield page.problem(anchor.line, "id-unknown", id=anchor.id, original=name, ids=ids_of(original))
    common = zip([id_ for id_ in ours if id_ in theirs], [id_ for id_ in theirs if id_ in ours], strict=True)
    if wrong := next(((found, expected) for found, expected in common if found != expected), None):
        found, expected = wrong
        yield page.warning(ours[found], "id-order", found=found, expected=expected, original=name)
    if missing := [id_ for id_ in theirs if id_ not in ours]:
        yield page.warning(0, "behind", ids=", ".join(f"#{id_}" for id_ in missing), original=name)


def _id_lines(page: Page) -> dict[str, int]:
    lines: dict[str, int] = {}
    for anchor in page.anchors:
        lines.setdefault(anchor.id, anchor.line)
    return lines


def _twin(page: Page, edition: Edition) -> Page | None:
    """The Kyrgyz news item of the nearest day that has the same name but for its day."""
    day, slug = news.day_of(page.path), news.slug(page.path)
    days = {path: found for path in edition.originals if news.slug(path) == slug and (found := news.day_of(path))}
    nearest = min(days, key=lambda path: (abs(days[path] - day), path), default=None) if day else None
    return edition.originals[nearest] if nearest else None
