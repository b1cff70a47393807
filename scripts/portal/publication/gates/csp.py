"""The policy of every built page: it is there, and covers the scripts of the page, which holds no other inline code."""

from collections.abc import Iterable, Iterator

from portal.content.problems import Problem
from portal.publication.built_page import BuiltPage
from portal.rendering.content_policy import hash_source


def check_policies(pages: Iterable[BuiltPage]) -> list[Problem]:
    return [problem for page in pages for problem in _problems(page)]


def _problems(page: BuiltPage) -> Iterator[Problem]:
    if not page.code.policy:
        yield Problem(page.file, 0, "built-policy")
    allowed = (page.code.policy or "").replace(";", " ").split()
    foreign = [code for code in page.code.scripts if hash_source(code) not in allowed]
    for code in dict.fromkeys([*page.code.forbidden, *map("<script>{}".format, foreign)]):
        yield Problem(page.file, 0, "built-inline", {"code": code})
