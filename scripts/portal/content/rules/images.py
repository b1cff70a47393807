"""Rules of images: told in words, and kept with the site."""

from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page
from portal.content.rules import targets as to
from portal.content.rules.targets import Target, Values


def words(page: Page, edition: Edition) -> Iterator[Problem]:
    """Whoever does not see an image reads its words."""
    for image in page.body.images:
        if not image.alt.strip():
            yield Problem(page.file, image.line, "image-words", {"found": image.target})


def targets(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every image is there."""
    for image in page.body.images:
        yield from to.first_fault(Target(image.target, image.line, page, edition), QUESTIONS)


def outer(target: Target) -> Values | None:
    """An image of another site tells that site who reads this one."""
    return {} if target.scheme in ("http", "https") or target.written.startswith("//") else None


QUESTIONS = (
    ("link-empty", to.empty),
    ("image-outer", outer),
    ("link-scheme", to.odd_scheme),
    ("link-absolute", to.absolute),
    ("link-outside", to.outside),
    ("link-language", to.other_language),
    ("link-file", to.no_file),
)
