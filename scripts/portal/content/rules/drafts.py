"""Rules of drafts: no sample is published."""

from collections.abc import Iterator

from portal.content.drafts import SLUG, sample_marks
from portal.content.edition import Edition
from portal.content.news import is_news, slug
from portal.content.problems import Problem
from portal.content.reading.pages import Page


def samples(page: Page, edition: Edition) -> Iterator[Problem]:
    """Nothing is left of the samples with which a new page began; said once, however many are left."""
    marks = sample_marks()
    lines = [number for number, line in enumerate(page.text.split("\n"), 1) if any(mark in line for mark in marks)]
    if lines:
        yield page.problem(lines[0], "sample", lines=", ".join(map(str, lines)))


def sample_names(page: Page, edition: Edition) -> Iterator[Problem]:
    """A news item has a name of its own, not that of the sample."""
    if is_news(page.path) and slug(page.path) == SLUG:
        yield page.problem(0, "sample-name", name=page.relative_path)
