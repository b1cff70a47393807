"""What Python-Markdown makes of a page is what its Markdown says, and the preview on GitHub shows; else it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs
from content.small_project import project, write
from portal.content.compilation import read_content
from portal.content.mending.page_files import read_page
from portal.content.problems import Problem
from portal.rendering.article.changed_pages import check_changed_pages, make_markdown
from portal.rendering.article.foreign_html import find_foreign
from portal.rendering.article.markdown_source import markdown_source
from portal.rendering.article.markup_agreement import check_markup
from projects import ROOT, commit

NAME = Path("docs/ky/about/trial.md")
MARKDOWN = make_markdown(ROOT / "mkdocs.yml")


def rendered(body: str) -> tuple[str, list[Problem]]:
    """The HTML of a text, and what in it differs from the Markdown."""
    page, _ = read_page(NAME, (sample_docs.PAGE + body).encode())
    assert page is not None
    html = MARKDOWN.reset().convert(markdown_source(page.markdown))
    return html, check_markup(html, page)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Текст:\n- бир\n- эки", "<ul>\n<li>бир</li>"),
        ("Текст:\n1. бир\n2. эки", "<ol>\n<li>бир</li>"),
        ("3. үч\n4. төрт", '<ol start="3">'),
        ("- бир\n  - эки\n    - үч\n- төрт", "<li>эки<ul>\n<li>үч</li>"),
        ("1. бир\n   - эки\n2. үч", "<li>бир<ul>\n<li>эки</li>"),
        ("- бир\n\n  абзац\n\n  1. эки\n- үч", "<p>абзац</p>\n<ol>"),
        ("1. бир\n   ```\n   код\n   ```\n2. эки", "<p>эки</p>"),
        ("- бир\n  > цитата", "<blockquote>"),
        ("Текст:\n| а | б |\n|---|---|\n| в | г |", "<td>в</td>"),
        ("!!! note\n    Текст:\n    - бир\n      - эки", "<li>бир<ul>"),
        ("> Текст:\n> - бир", "<li>бир</li>"),
        ("> бир\n\n> эки", "<p>эки</p>"),
        ("Сөз[^1] бар.\n\n[^1]: Эскертме:\n    - бир", "<li>бир</li>"),
    ],
)
def test_lists_and_tables_come_out_as_the_preview_shows_them(body: str, shown: str) -> None:
    html, problems = rendered(body)
    assert shown in html
    assert problems == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Сөз.\n\n~~өчүрүлгөн~~ сөз", 7),
        ("| а | б |\n|---|---|\n| `в|г` | д |", 7),
    ],
)
def test_what_would_come_out_otherwise_is_told_with_its_line(body: str, line: int) -> None:
    _, problems = rendered(body)
    assert [(problem.rule, problem.line) for problem in problems] == [("markup-differs", line)]


@pytest.mark.parametrize(
    ("body", "found", "line"),
    [
        ("Сөз.\n\n[роль](#a){ onclick=x } бар", '<a onclick="x">', 7),
        ("- бир\n- *эки*{ style=x }", '<em style="x">', 6),
        ("| а { .x } | б |\n|---|---|\n| в | г |", '<th class="x">', 5),
        ("Сөз.\n\n[TOC]", '<div class="toc">', 7),
        ("Сөз[^а] бар.\n\nСөз.\n\n[^а]: Эскертме &#1;", "U+0001", 9),
        ("Сөз.\n\n[х](java&Tab;script:x)", '<a href="java\tscript:x">', 7),
    ],
)
def test_what_no_text_may_hold_is_told_with_the_line_of_its_block(body: str, found: str, line: int) -> None:
    _, problems = rendered(body)
    assert [(problem.rule, problem.values, problem.line) for problem in problems] == [
        ("markup-foreign", {"found": found}, line)
    ]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>а</p><script>x</script>", "<script>"),
        ("<meta http-equiv=refresh>", "<meta>"),
        ("<body onload=x>а", "<body>"),
        ("<p>а<template><b>б</b></template></p>", "<template>"),
        ("<h1>а</h1>", "<h1>"),
        ("<img src=//example.com/a.png>", '<img src="//example.com/a.png">'),
        ("<frameset onload=x>", "<frameset>"),
    ],
)
def test_an_element_that_markdown_never_makes_is_found(html: str, found: str) -> None:
    assert [what for _, what in find_foreign(LexborHTMLParser(html))] == [found]


def test_only_pages_that_a_proposal_changes_are_rendered_before_the_build(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    config = ROOT / "mkdocs.yml"
    write(root, {"docs/ky/about/old.md": f"{sample_docs.PAGE}\n~~эски~~\n"})
    commit(root)
    assert check_changed_pages(read_content(root / "docs"), config) == []
    write(root, {"docs/ky/about/new.md": f"{sample_docs.PAGE}\n~~жаңы~~\n"})
    problems = check_changed_pages(read_content(root / "docs"), config)
    assert [problem.path.as_posix() for problem in problems] == ["docs/ky/about/new.md"]
