"""Kyrgyz first: an amendment and a news item in Kyrgyz alone are published, and readers of translations are told."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from hosting import hosted
from projects import mkdocs

NEWS = """---
title: Жаңы билдирүү
description: Союздун ролу жөнүндө кошумча
date: 2020-03-20
source: ЖӨБ Союзу, 2020-жылдын 20-марты
---

Союздун [кошумча милдети](../strategy/role.md#fresh) жөнүндө.
"""
AMENDED = "Союздун 20 жылдан ашык тарыхы бар."
FRESH = "\n## Кошумча милдет { #fresh }\n\nБул бөлүк кийин кошулду.\n"


@pytest.fixture(scope="module")
def project(copy_project: Callable[[], Path]) -> Path:
    """A copy in which a Kyrgyz page was amended and a news item added, in Kyrgyz alone."""
    project = copy_project()
    page = project / "docs/ky/strategy/role.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(AMENDED, "Союздун тарыхы 20 жылдан ашык.") + FRESH, encoding="utf-8")
    (project / "docs/ky/news/2020-03-20-notice.md").write_text(NEWS, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def amended(project: Path) -> Path:
    """The folder of its built site."""
    run = mkdocs(project)
    assert run.returncode == 0, run.stderr
    return project / "build/site"


@pytest.fixture(scope="module")
def address(amended: Path) -> Iterator[str]:
    """Its address, served."""
    with hosted(amended, "/") as place:
        yield place


def tree(folder: Path, page: str) -> LexborHTMLParser:
    return LexborHTMLParser((folder / page / "index.html").read_text(encoding="utf-8"))


def row(folder: Path, language: str, title: str) -> list[str]:
    rows = tree(folder, f"{language}/status").css(".translation-pages tbody tr")
    found = next(row for row in rows if title in row.css_first("th").text())
    return [" ".join(cell.text().split()) for cell in found.css("td")]


def test_the_checks_pass_with_warnings_only(project: Path) -> None:
    command = [sys.executable, "scripts/check.py", "--lang", "ru"]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", env={"PATH": ""}, check=False)
    assert run.returncode == 0
    assert run.stdout.endswith("Ошибок: 0. Предупреждений: 4.\n")


@pytest.mark.parametrize(
    ("language", "said", "links"),
    [
        ("ru", ["раздел изменился после перевода", "раздел ещё не переведён"], ["../../../strategy/role/#union", "../../../strategy/role/#fresh"]),
        ("en", ["changed since it was translated", "not translated yet"], ["../../../strategy/role/#union", "../../../strategy/role/#fresh"]),
    ],
)
def test_readers_of_a_page_that_is_behind_are_told_which_sections(amended: Path, language: str, said: list[str], links: list[str]) -> None:
    items = tree(amended, f"{language}/strategy/role").css("aside.translation-notice li")
    assert [item.css_first("a").attributes["href"] for item in items] == links
    assert all(words in item.text() for words, item in zip(said, items, strict=True))
    assert [item.css_first("a").attributes["lang"] for item in items] == ["ky", "ky"]


@pytest.mark.parametrize("page", ["strategy/role", "ru/strategy/review", "en/strategy/review", "ru/news/2020-03-20-notice"])
def test_a_page_that_is_current_or_the_original_says_nothing_of_changes(amended: Path, page: str) -> None:
    assert tree(amended, page).css("aside.translation-notice") == []


def test_a_link_to_a_section_not_yet_translated_leads_to_the_line_in_its_place(amended: Path) -> None:
    link = tree(amended, "ru/news/2020-03-20-notice").css_first('a[href$="#fresh"]')
    assert link.attributes["href"] == "../../strategy/role/#fresh"
    assert tree(amended, "ru/strategy/role").css_first("#fresh").attributes["class"] == "section-elsewhere"


def test_the_table_of_translations_has_the_right_rows(amended: Path) -> None:
    assert row(amended, "ru", "Роль муниципальных") == ["оригинал", "отстал: #union, #fresh", "отстал: #union, #fresh"]
    assert row(amended, "en", "Жаңы билдирүү") == ["original", "not translated", "not translated"]
    assert row(amended, "ru", "Путь к утверждению") == ["оригинал", "соответствует", "соответствует"]


def test_the_totals_count_every_page(amended: Path) -> None:
    totals = [[cell.text() for cell in line.css("td")] for line in tree(amended, "ru/status").css(".translation-table")[0].css("tbody tr")]
    pages = len(list((Path(__file__).parents[1] / "docs/ky").rglob("*.md"))) + 1
    assert totals == [[str(pages), "0", "0", "0"], *([[str(pages - 2), "1", "0", "1"]] * 2)]


def test_links_to_help_open_the_right_file_where_the_repository_is_known(project: Path, amended: Path, tmp_path: Path) -> None:
    assert tree(amended, "ru/status").css('a[href*="github.com"]') == []
    run = mkdocs(project, GITHUB_REPOSITORY="union/site")
    assert run.returncode == 0
    links = [link.attributes["href"] for link in tree(project / "build/site", "ru/status").css('.translation-table a[href*="github.com"]')]
    assert "https://github.com/union/site/edit/main/docs/ru/strategy/role.md" in links
    assert "https://github.com/union/site/new/main/docs/en/news?filename=2020-03-20-notice.md" in links


@pytest.mark.parametrize(("language", "words"), [("ru", "Этот перевод отстал"), ("en", "This translation is behind")])
def test_the_notice_is_seen_in_a_browser_and_leads_to_the_kyrgyz_section(address: str, chromium: Browser, language: str, words: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}{language}/strategy/role/")
    notice = page.locator("aside.translation-notice")
    assert words in notice.inner_text()
    notice.locator("a").first.click()
    assert page.url == f"{address}strategy/role/#union"
    assert page.locator("html").get_attribute("lang") == "ky"
    page.close()
