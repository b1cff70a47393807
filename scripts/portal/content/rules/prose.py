"""Proofreading as a rule: letters, words, punctuation and names, reported with the words around them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from portal.content.edition import Edition
from portal.content.problems import Problem
from portal.content.proofreading import checks
from portal.content.proofreading.finding import around
from portal.content.proofreading.proofreader import Proofreader
from portal.content.reading.pages import Page
from portal.store import Results

MOST = 500
"""Findings per page; nobody reads more."""


def proofreading(pages: Sequence[Page], results: Results) -> Callable[[Page, Edition], Iterator[Problem]]:
    """The rule that proofreads a page, given the words and names of all `pages`."""
    proofreader = Proofreader(pages, results)

    def proofread(page: Page, edition: Edition) -> Iterator[Problem]:
        depends_on = repr((page.digest, proofreader.depends_on(page)))
        work = partial(_problems, page, proofreader)
        for line, rule, values, is_warning in results.result("proofreading", depends_on, work):
            yield Problem(page.file, line, rule, values, is_warning)

    return proofread


def _problems(page: Page, proofreader: Proofreader) -> list[list[Any]]:
    """Line, rule and values of the findings of a page, one of a kind per line, except in wordings left to an editor."""
    problems: list[list[Any]] = []
    accepted = checks.accepted(page.file.as_posix())
    reported: set[tuple[object, ...]] = set()
    for passage, finding in islice(proofreader.findings(page), MOST):
        line = passage.line_of(finding.begin)
        what = finding.values.get("found") or finding.values.get("word") or (passage.start, finding.begin)
        key = (finding.rule, line, str(what))
        if finding.fix is None and key not in reported and not checks.is_accepted(passage, finding, accepted):
            reported.add(key)
            values = {"around": around(passage.text, finding.begin, finding.end), **finding.values}
            problems.append([line, finding.rule, values, finding.warning])
    return problems
