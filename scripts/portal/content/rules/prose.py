"""Rules of writing: letters, words, signs and names, told with the words around."""

from collections.abc import Iterator
from itertools import islice

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.proofreading import checks
from portal.content.proofreading.finding import around
from portal.content.reading.pages import Page

MOST = 500
"""Nobody reads more about one page."""


def writing(page: Page, edition: Edition) -> Iterator[Problem]:
    """Every objection to the words of a page, one of a kind on a line; places left to an editor are not told again."""
    left = checks.accepted(page.file.as_posix())
    told: set[tuple[object, ...]] = set()
    for passage, finding in islice(checks.findings(page.passages, edition.lexicon, edition.book), MOST):
        line = passage.line_of(finding.begin)
        values = {"around": around(passage.text, finding.begin, finding.end), **finding.values}
        what = finding.values.get("found") or finding.values.get("word") or (passage.start, finding.begin)
        key = (finding.rule, line, str(what))
        if key not in told and not checks.is_accepted(passage, finding, left):
            told.add(key)
            yield Problem(page.file, line, finding.rule, values, finding.warning)
