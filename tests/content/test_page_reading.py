"""Reading pages: whatever the bytes, and the same ids and links as the program that renders them."""

from __future__ import annotations

import datetime
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs
from portal.content.mending.page_files import read_page
from portal.content.mending.page_records import read_pages
from portal.content.problems import message
from portal.content.reading.files import find_files
from portal.content.reading.pages import Page
from portal.content.rules import RULES
from portal.store import UNKEPT

FILE = Path("docs/ky/news/2020-03-12-trial.md")
EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables", "pymdownx.superfences"]
GOOD, _ = read_pages(sample_docs.GOOD, find_files(sample_docs.GOOD)[0], UNKEPT)
SNIPPETS = st.sampled_from(
    [
        "---\n",
        "title: ",
        "date: ",
        "source: [",
        "&a ",
        "*a",
        "!!python/name:os ",
        "\n## ",
        "{ #id }",
        "[x](",
        "](y.md)",
        "![](",
        "<b>",
        "<!--",
        "```\n",
        "| a |\n|---|\n",
        "!!! note\n\n    ",
        "[^1]: ",
        "- ",
        "> ",
        ":   ",
        "\r",
        "\ufeff",
        "http://[",
        "%ff#",
        "\\U0011FFFF",
        "\u2028",
    ]
)


@given(
    st.one_of(st.binary(), st.lists(st.one_of(SNIPPETS, st.text(max_size=5)), max_size=30).map("".join).map(str.encode))
)
@example(b"---\ntitle: " + b"[" * 5000 + b"\n---\n")
@example(b'---\ntitle: "\\UFFFFFFFF"\n---\n')
@example(b"---\ntitle: \x01\n---\n")
@example(b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n")
@example(b"---\n? {a: b}\n: c\n---\n")
@example(b"---\n%YAML 9\n---\n")
@example(b"> " * 300 + b"[x](y.md)")
@example(b"[" * 3000)
@settings(max_examples=120, deadline=None)
def test_any_bytes_are_read_and_judged_without_an_exception(data: bytes) -> None:
    page, problems = read_page(FILE, data)
    pages = (page,) if page else ()
    edition = sample_docs.edition_of(pages, ["ky/news/2020-03-12-trial.md"])
    problems += [problem for page in pages for rule in RULES for problem in rule(page, edition)]
    assert all(message(problem, language) for problem in problems for language in ("ky", "ru", "en"))


@pytest.mark.parametrize("page", GOOD, ids=lambda page: page.file.as_posix())
def test_ids_and_links_are_those_that_the_rendered_page_has(page: Page) -> None:
    lines = (sample_docs.GOOD.parent / page.file).read_text(encoding="utf-8").split("\n")
    html = markdown.markdown("\n".join(lines[page.body_line - 1 :]), extensions=EXTENSIONS)
    tree = LexborHTMLParser(html)
    ids = [str(node.attributes["id"]) for node in tree.css("[id]")]
    links = [node.attributes["href"] for node in tree.css("a:not(.footnote-ref, .footnote-backref)")]
    assert {anchor.id for anchor in page.anchors} == {name for name in ids if not name.startswith("fn")}
    # Python-Markdown disguises addresses of mail as numbered characters; the parser of HTML reads them back.
    assert sorted(link.target for link in page.body.links) == sorted(str(link) for link in links)


def test_a_page_knows_its_language_identity_facts_and_first_line() -> None:
    page = next(page for page in GOOD if page.path == "news/2020-03-12-strategy-discussion")
    assert (page.language, page.relative_path) == ("ky", "news/2020-03-12-strategy-discussion.md")
    assert page.meta["date"] == datetime.date(2020, 3, 12)
    assert page.body_line == 7
    assert [(anchor.id, anchor.line, anchor.level) for anchor in page.anchors] == [
        ("discussion", 9, 0),
        ("interests", 12, 0),
    ]


def test_an_index_page_takes_the_address_of_its_folder() -> None:
    assert {page.path for page in GOOD} >= {"", "news", "strategy", "strategy/role"}


def test_a_link_knows_its_line_within_the_paragraph() -> None:
    text = "---\n---\n`a\nb` [x](1.md)\n*y*\n[z](\n2.md) [w](3.md)\n\n> q\n> [v](4.md)\n"
    page, _ = read_page(FILE, text.encode())
    assert page is not None
    assert [(link.target, link.line) for link in page.body.links] == [
        ("1.md", 4),
        ("2.md", 6),
        ("3.md", 7),
        ("4.md", 10),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_their_endings(ending: str) -> None:
    page, problems = read_page(
        FILE, sample_docs.PAGE.replace("\n", ending).encode() + f"{ending}## А {{ #part }}{ending}".encode()
    )
    assert page is not None
    assert not problems
    assert [anchor.line for anchor in page.anchors] == [6]
