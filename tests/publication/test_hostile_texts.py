"""Hostile texts and facts: the check refuses them with a line, or they reach readers as the words that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs
from portal.content.compilation import check_content
from portal.content.mending.page_files import read_page
from portal.content.permalinks.backlinks import _read_entries as read_entries
from portal.content.permalinks.redirects_file import read_redirects
from portal.content.problems import Problem
from portal.rendering.article.changed_pages import make_markdown
from portal.rendering.article.markdown_source import markdown_source
from portal.rendering.article.markup_agreement import check_markup
from projects import ROOT
from publication import hostile_project, hostile_texts
from publication.hostile_project import HEAD

NAME = Path("docs/ky/news/2026-11-01-trial.md")
FILES = [NAME.as_posix().removeprefix("docs/"), "assets/scheme.svg"]
MARKDOWN = make_markdown(ROOT / "mkdocs.yml")
ACTIVE = "iframe, object, embed, base, frame, frameset, applet, math, template, foreignObject, video, audio, [srcdoc]"
DATA = "script[type='application/ld+json']"
IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]")


def errors(text: str) -> list[Problem]:
    """What keeps a page from being published: found by the check, or in the HTML that Python-Markdown makes of it."""
    page, found = read_page(NAME, text.encode())
    assert page is not None
    html = MARKDOWN.reset().convert(markdown_source(page.markdown))
    found = [*found, *check_content(sample_docs.edition_of([page], FILES)), *check_markup(html, page)]
    return [problem for problem in found if not problem.warning]


def with_fact(key: str, fact: str) -> str:
    facts = {"title": "Аты", "description": "Сөз", "date": "2026-11-01", "source": "Жаңылык"} | {key: fact}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in facts.items()) + "---\n\nСөз.\n"


def harms(html: str) -> Iterator[str]:
    """What a browser could run, send or take from elsewhere; judged without the list of what is allowed."""
    page = LexborHTMLParser(html)
    yield from (str(node.html) for node in page.css(ACTIVE))
    for node in page.css("*"):
        for name, value in node.attributes.items():
            address = IGNORED.sub("", value or "").lower()
            if name.startswith("on") or (name == "style" and not address.startswith("text-align:")):
                yield f"{node.tag} {name}"
            if name in ("href", "src", "action", "formaction") and re.match(r"(?!https?:|mailto:|tel:)\w+:", address):
                yield f"{node.tag} {name}={value}"


def scripts(html: str) -> set[str]:
    """What the browser runs."""
    return {node.text() for node in LexborHTMLParser(html).css(f"script:not({DATA})")}


def closes_its_data(html: str) -> bool:
    """Whether a sign in the data for search engines could end them and begin an element."""
    return any("<" in node.text() for node in LexborHTMLParser(html).css(DATA))


@pytest.mark.parametrize("text", hostile_texts.REFUSED)
def test_a_text_that_could_do_harm_is_refused_with_its_line(text: str) -> None:
    found = errors(HEAD.replace("---\n\n", "date: 2026-11-01\nsource: Жаңылык\n---\n\n") + text + "\n")
    assert found
    assert all(problem.line > 1 for problem in found)


@pytest.mark.parametrize("key", ["title", "description", "source"])
@pytest.mark.parametrize("fact", hostile_texts.FACTS_REFUSED)
def test_a_fact_that_is_no_plain_text_is_refused_with_its_line(key: str, fact: str) -> None:
    assert any(problem.line > 1 for problem in errors(with_fact(key, fact)))


@pytest.mark.parametrize("text", hostile_texts.HARMLESS)
def test_a_text_that_only_looks_like_code_is_published(text: str) -> None:
    assert errors(HEAD.replace("---\n\n", "date: 2026-11-01\nsource: Жаңылык\n---\n\n") + text + "\n") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>а</p>",
        "<p style='color: red'>а</p>",
        "<a href='java\tscript:x'>а</a>",
        "<svg><foreignObject>а</foreignObject></svg>",
        "<iframe></iframe>",
    ],
)
def test_harm_is_seen(html: str) -> None:
    assert list(harms(html))


def test_reasons_and_institutions_in_the_records_are_plain_text() -> None:
    gone = "gone:\n  a/:\n    since: 2026-11-20\n    why: {ru: REASON}\n    see: b/\n"
    backlink = "- institution: REASON\n  page: https://a.kg/\n  address: /go/a/\n"
    for fact, rule in [('"а\\x3cb"', "fact-markup"), ('"а\\u202eb"', "fact-unseen"), ("а" * 601, "fact-long")]:
        assert [problem.rule for problem in read_redirects(gone.replace("REASON", fact))[1]] == [rule]
        assert [problem.rule for problem in read_entries(backlink.replace("REASON", fact), set())[1]] == [rule]
    assert read_redirects(gone.replace("REASON", "Сыноо"))[1] == []


def test_no_page_holds_more_than_words_of_what_the_check_lets_pass(hostile_site: Path, built: Path) -> None:
    own = {script for file in built.rglob("*.html") for script in scripts(file.read_text(encoding="utf-8"))}
    pages = {file: file.read_text(encoding="utf-8") for file in hostile_site.rglob("*.html")}
    assert {file.parent.name for file in pages} >= {"hostile", "hostile-1", "2026-11-01-fact"}
    assert [(file, harm) for file, html in pages.items() for harm in harms(html)] == []
    assert [file for file, html in pages.items() if not scripts(html) <= own] == []
    assert [file for file, html in pages.items() if closes_its_data(html)] == []


def test_facts_are_shown_as_they_are_written(hostile_site: Path) -> None:
    page = LexborHTMLParser((hostile_site / "news/2026-11-01-fact/index.html").read_text(encoding="utf-8"))
    fact = 'Аты " onmouseover=alert(1) x="'
    assert [node.text(strip=True) for node in page.css("h1, p.lead")] == [fact.strip()] * 2
    assert [node.attributes["content"] for node in page.css("meta[name=description]")] == [fact]
    assert fact in page.css_first("title").text()
    assert "author: Сөз." in page.body.text()


def test_a_site_of_hostile_texts_has_every_text(hostile_site: Path) -> None:
    for name, _ in hostile_project.pages():
        assert (hostile_site / name.removesuffix(".md") / "index.html").is_file()
