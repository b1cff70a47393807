"""Rules of writing: letters, words, signs and names, told with the words around."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from portal import typography
from portal.content import Content
from portal.pages import Page
from portal.problems import Problem
from portal.typography.finding import around

MOST = 500
"""Nobody reads more about one page."""


def writing(page: Page, content: Content) -> Iterator[Problem]:
    """Every objection to the words of a page, one of a kind on a line; places left to an editor are not told again."""
    left = typography.left(page.file.as_posix())
    told: set[tuple[object, ...]] = set()
    for passage, finding in islice(typography.findings(page.passages, content.lexicon, content.book), MOST):
        line = passage.line_of(finding.begin)
        values = {"around": around(passage.text, finding.begin, finding.end), **finding.values}
        what = finding.values.get("found") or finding.values.get("word") or (passage.start, finding.begin)
        key = (finding.rule, line, str(what))
        if key not in told and not typography.is_left(passage, finding, left):
            told.add(key)
            yield Problem(page.file, line, finding.rule, values, finding.warning)
