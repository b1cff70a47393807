"""Whatever a page repeats, the check answers in words, and Python-Markdown ends on what the check lets pass."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content import sample_docs
from portal.content.compilation import check_content
from portal.content.mending.page_files import read_page
from portal.content.problems import Problem, message
from portal.languages import LANGUAGES
from portal.rendering.article.changed_pages import make_markdown
from portal.rendering.article.markdown_source import markdown_source
from portal.rendering.article.markup_agreement import check_markup
from projects import ROOT

NAME = Path("docs/ky/about/trial.md")
MARKDOWN = make_markdown(ROOT / "mkdocs.yml")
CASES = int(os.environ.get("HARD_INPUTS", "400"))
MOST_SECONDS = 10
"""Generous, for a busy machine; what does not end takes minutes."""

MARKS = [
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "*",
    "**",
    "_",
    "__",
    "***",
    "`",
    "``",
    "~~",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "&",
]
MARKS += [
    "&lt;",
    "\\",
    "{",
    "}",
    "{ #a }",
    "{:",
    "[^1]",
    "[^1]: ",
    "*[a]: ",
    "[a]: ",
    "|",
    "|---",
    ":",
    '"',
    "«",
    "„",
    "#",
]
BEGINNINGS = [
    "- ",
    "* ",
    "1. ",
    "1) ",
    "• ",
    "– ",
    "> ",
    ">",
    "# ",
    "## ",
    ": ",
    "!!! note ",
    "??? a ",
    "```",
    "~~~",
    "---",
    "===",
]
WORDS = [
    "a",
    "сөз",
    "1",
    " ",
    "  ",
    "    ",
    "\t",
    "\u00a0",
    "\n",
    "\n\n",
    "  \n",
    "\n    ",
    "\x85",
    "\u2028",
    "https://a.kg",
    "a@b.kg",
]
UNIT = st.lists(st.sampled_from(MARKS + BEGINNINGS + WORDS), min_size=1, max_size=4).map("".join)
REPEATED = st.builds(lambda unit, count: unit * count, UNIT, st.sampled_from([1, 1, 2, 7, 30, 120, 400]))
TEXT = st.lists(REPEATED, min_size=1, max_size=4).map("".join)
HEAD = st.sampled_from([sample_docs.PAGE, sample_docs.PAGE, sample_docs.PAGE.replace("---\n", "---\u00a0\n"), ""])


def judged(text: str) -> tuple[list[Problem], float]:
    """What is told of a page, which is rendered if the check lets it pass; and the seconds that this took."""
    begin = time.process_time()
    page, problems = read_page(NAME, text.encode("utf-8", "surrogatepass"))
    if page:
        problems = [*problems, *check_content(sample_docs.edition_of([page], ["ky/about/trial.md"]))]
        body = "\n".join(page.text.split("\n")[page.body_line - 1 :])
        problems += check_markup(MARKDOWN.reset().convert(markdown_source(body)), page)
    return problems, time.process_time() - begin


@given(HEAD, TEXT)
@example(sample_docs.PAGE, "[^1]: - [^1]: - ")
@settings(max_examples=CASES, deadline=None, database=None)
def test_any_repeated_text_is_judged_in_seconds_and_in_three_languages(head: str, text: str) -> None:
    problems, seconds = judged(head + "\n" + text)
    assert all(message(problem, language) for problem in problems for language in LANGUAGES)
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[" * 4000, "brackets-open"),
        ("![[\n" * 60, "brackets-open"),
        ("[a](" * 60, "brackets-open"),
        ("<a " * 60, "brackets-open"),
        ("``a` " * 60, "brackets-open"),
        ("[`]`" * 60, "brackets-open"),
        ("*a" * 3000 + "\n" + "*a" * 3000, "too-many"),
        ('"' * 6000, "too-many"),
        ("a\n: b\n" * 200, "too-many"),
        ("```\na\n```\n\n" * 200, "too-many"),
        ("a\n\n" * 3000, "too-many"),
        (
            "|a" * 3000 + "\n" + "|a" * 3000 + "\n" + "|a" * 3000 + "\n" + "|a" * 3000 + "\n" + ("|" * 3000 + "\n") * 3,
            "too-many",
        ),
        ("- " * 300, "nested-deep"),
        ("".join("  " * level + "- a\n" for level in range(300)), "nested-deep"),
        ("".join("  " * level + "• a\n" for level in range(300)), "nested-deep"),
        (">" * 300 + " a", "nested-deep"),
        ("".join("    " * level + "!!! note\n\n" for level in range(300)), "nested-deep"),
    ],
)
def test_what_would_not_end_is_refused_before_it_is_parsed(text: str, rule: str) -> None:
    problems, seconds = judged(sample_docs.PAGE + "\n" + text)
    assert rule in {problem.rule for problem in problems}
    assert seconds < 1


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"- [Айыл өкмөтү {number}](https://a{number}.kg/)\n" for number in range(500)),
        "| а | б | в |\n|---|---|---|\n" + "| 1 | <5 | [а](b.md) |\n" * 500,
        "".join("    " * level + "- а\n" for level in range(10)),
        "Сөз:\n\n" + " " * 80 + "Бекитилген\n",
        "а\n: б\n\n" * 50,
        "```\n[[[[ <a ` \n```\n\n" * 10,
        "Сөз «сөз» жана **сөз**. " * 20 + "\n\n" + ("Сөз (сөз) [сөз](b.md). " * 20 + "\n\n") * 150,
    ],
)
def test_long_pages_as_people_write_them_are_within_the_limits(text: str) -> None:
    _, problems = read_page(NAME, (sample_docs.PAGE + "\n" + text).encode())
    assert problems == []
