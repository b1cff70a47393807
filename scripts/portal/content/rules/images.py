"""Rules of images: they have alternative text, and are kept with the site."""

from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules import targets
from portal.content.rules.targets import Target, Values


def alt_texts(page: Page, edition: Edition) -> Iterator[Problem]:
    for image in page.body.images:
        if not image.alt.strip():
            yield page.problem(image.line, "image-words", found=image.target)


def image_targets(page: Page, edition: Edition) -> Iterator[Problem]:
    for image in page.body.images:
        yield from targets.first_problem(Target(image.target, image.line, page, edition), CHECKS)


def _is_external(target: Target) -> Values | None:
    """An image on another site tells that site who reads this one."""
    return {} if target.scheme in ("http", "https") or target.written.startswith("//") else None


CHECKS = (
    ("link-empty", targets.is_empty),
    ("image-outer", _is_external),
    ("link-scheme", targets.has_unusual_scheme),
    ("link-absolute", targets.is_absolute),
    ("link-outside", targets.is_outside_docs),
    ("link-language", targets.is_other_language),
    ("link-file", targets.has_no_file),
)
