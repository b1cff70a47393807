"""Kyrgyz first: an amendment and a news item in Kyrgyz alone are published, and readers of translations are told."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from portal.content.compilation import check_content, read_content
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase
from projects import EDITION, SharedFolder, build, committed, copy_program, write_settings

BEHIND = "priorities/capacity"
"""Its section #meaning was amended and #added written in Kyrgyz alone."""
NEWS = "news/2020-04-01-kyrgyz-only"
WHOLE = ("index.md", "news/index.md", "status.md", "search.md")


def tree(folder: Path, page: str) -> LexborHTMLParser:
    return LexborHTMLParser((folder / page / "index.html").read_text(encoding="utf-8"))


def row(folder: Path, language: str, title: str) -> list[str]:
    rows = tree(folder, f"{language}/status").css(".translation-table tbody tr")
    found = next(row for row in rows if title in row.css_first("th").text())
    return [" ".join(cell.text().split()) for cell in found.css("td")]


def test_the_checks_pass_with_warnings_only() -> None:
    problems = check_content(read_content(EDITION / "docs"))
    assert {(problem.path.as_posix(), problem.rule) for problem in problems} == {
        (f"docs/{language}/{BEHIND}.md", rule) for language in ("ru", "en") for rule in ("behind", "behind-text")
    }
    assert all(problem.warning for problem in problems)


@pytest.mark.parametrize(
    ("language", "said", "links"),
    [
        (
            "ru",
            ["раздел изменился после перевода", "раздел ещё не переведён"],
            ["../../../priorities/capacity/#meaning", "../../../priorities/capacity/#added"],
        ),
        (
            "en",
            ["changed since it was translated", "not translated yet"],
            ["../../../priorities/capacity/#meaning", "../../../priorities/capacity/#added"],
        ),
    ],
)
def test_readers_of_a_page_that_is_behind_are_told_which_sections(
    built: Path, language: str, said: list[str], links: list[str]
) -> None:
    items = tree(built, f"{language}/{BEHIND}").css("aside.translation-notice li")
    assert [item.css_first("a").attributes["href"] for item in items] == links
    assert all(words in item.text() for words, item in zip(said, items, strict=True))
    assert [item.css_first("a").attributes["lang"] for item in items] == ["ky", "ky"]


@pytest.mark.parametrize("page", [BEHIND, "ru/strategy/review", "en/strategy/review", "en/strategy/role", f"ru/{NEWS}"])
def test_a_page_that_is_current_or_the_original_says_nothing_of_changes(built: Path, page: str) -> None:
    assert tree(built, page).css("aside.translation-notice") == []


def test_a_link_to_a_section_not_yet_translated_leads_to_the_line_in_its_place(built: Path) -> None:
    link = tree(built, f"ru/{NEWS}").css_first('a[href$="#added"]')
    assert link.attributes["href"] == "../../priorities/capacity/#added"
    assert tree(built, f"ru/{BEHIND}").css_first("#added").attributes["class"] == "section-elsewhere"


def test_the_table_of_translations_has_the_right_rows(built: Path) -> None:
    assert row(built, "ru", "Усиление собственного") == [
        "оригинал",
        "отстал: #meaning, #added",
        "отстал: #meaning, #added",
    ]
    assert row(built, "en", "кыргызча жаңылык") == ["original", "not translated", "not translated"]


def test_the_table_has_no_page_that_is_whole_but_a_sentence_counts_them(built: Path) -> None:
    titles = [head.text() for head in tree(built, "ru/status").css(".translation-table tbody th")]
    assert len(titles) == 3 and "Текущая ситуация" not in titles
    assert tree(built, "ru/status").css_first("article b").text() == phrase("state_partly", "ru", current=16, count=19)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_every_page_is_whole_a_sentence_stands_alone(whole: Path, language: str) -> None:
    page = tree(whole, "status" if language == "ky" else f"{language}/status")
    assert page.css("table") == []
    assert page.css_first("article b").text() == phrase("state_whole", language, count=len(WHOLE))


@pytest.fixture(scope="module")
def whole(shared_folder: SharedFolder) -> Path:
    """The folder of a small site, all in three languages, for whose templates any text will do."""

    def fill(folder: Path) -> None:
        copy_program(folder)
        for language in LANGUAGES:
            for name in WHOLE:
                page = folder / "docs" / language / name
                page.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(EDITION / "docs" / language / "about/privacy.md", page)
        write_settings(folder, "nav:\n" + "".join(f"  - {name}\n" for name in WHOLE))
        build(committed(folder))

    return shared_folder("whole", fill) / "build" / "site"


def test_links_to_help_open_the_right_file_where_the_repository_is_known(
    built: Path, built_with_repository: Path
) -> None:
    assert tree(built, "ru/status").css('a[href*="github.com"]') == []
    links = [
        link.attributes["href"]
        for link in tree(built_with_repository, "ru/status").css('.translation-table a[href*="github.com"]')
    ]
    assert f"https://github.com/union/site/edit/main/docs/ru/{BEHIND}.md" in links
    new = "https://github.com/union/site/new/main/docs/en/news?filename=2020-04-01-kyrgyz-only.md&value=---%0Atitle"
    assert [link for link in links if link and link.startswith(new)]


@pytest.mark.parametrize(("language", "words"), [("ru", "Этот перевод отстал"), ("en", "This translation is behind")])
def test_the_notice_is_seen_in_a_browser_and_leads_to_the_kyrgyz_section(
    site: str, chromium: Browser, language: str, words: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{site}{language}/{BEHIND}/")
    notice = page.locator("aside.translation-notice")
    assert words in notice.inner_text()
    notice.locator("a").first.click()
    assert page.url == f"{site}{BEHIND}/#meaning"
    assert page.locator("html").get_attribute("lang") == "ky"
    page.close()
