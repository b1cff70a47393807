"""Rules of what stands beside the words of a text: attributes in braces, options of samples, unseen signs."""

from collections.abc import Iterator

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.reading.pages import Page


def attributes(page: Page, edition: Edition) -> Iterator[Problem]:
    """Braces hold an id and a language; a sample says its language at most."""
    for found in page.body.foreign_attributes:
        rule = "attributes" if found.text.startswith("{") else "fence-options"
        yield page.problem(found.line, rule, found=found.text, fence=found.text[:3])


def unseen_signs(page: Page, edition: Edition) -> Iterator[Problem]:
    """Signs that nobody sees, where they are not mended: in code and addresses, and written as entities."""
    for found in page.body.unseen_signs:
        yield page.problem(found.line, "sign-unseen", sign=found.text)
