"""The policy of every built page: it is there, and covers the scripts of the page, which holds no other inline code."""

from collections.abc import Iterable, Iterator

from portal.content.problems import Problem
from portal.publication.built_page import BuiltPage


def check_policies(pages: Iterable[BuiltPage]) -> list[Problem]:
    return [problem for page in pages for problem in _problems(page)]


def _problems(page: BuiltPage) -> Iterator[Problem]:
    if not page.code.has_policy:
        yield Problem(page.file, 0, "built-policy")
    for code in page.code.forbidden:
        yield Problem(page.file, 0, "built-inline", {"code": code})
