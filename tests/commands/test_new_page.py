"""A page is begun at home as it is on GitHub, with its place in the reading order."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

import new_page
from portal.content.compilation import check_content, read_content
from portal.content.drafts import news_draft
from portal.git import BISHKEK
from projects import git

TITLE = "Жаңы көпүрө: ачылыш"


@pytest.fixture(scope="module")
def project(copy_project: Callable[[], Path]) -> Path:
    return copy_project()


def rules(project: Path, page: str) -> list[str]:
    """The rules that a page breaks."""
    return [found.rule for found in check_content(read_content(project / "docs")) if found.path == Path(page)]


def test_a_news_item_is_named_after_the_day_and_its_title(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    today = datetime.datetime.now(BISHKEK).date()
    assert new_page.main(["news", TITLE], project) == 0
    said = capsys.readouterr().out.splitlines()
    name = f"docs/ky/news/{today}-jangy-kopuro-achylysh.md"
    assert said[0] == f"+ {name}" and said[1].startswith(f"{name} файлын ачып") and "Откройте файл" in said[2]
    assert (project / name).read_text(encoding="utf-8") == news_draft("ky", today, TITLE)
    assert rules(project, name) == ["sample"]


def test_a_file_that_is_there_is_left_as_it_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = git(project, "status", "--short")
    assert new_page.main(["--lang", "en", "strategy/role"], project) == 1
    assert "docs/en/strategy/role.md деген файл бар" in capsys.readouterr().out
    assert git(project, "status", "--short") == before


def test_a_chapter_takes_its_place_at_the_end_of_the_strategy(project: Path) -> None:
    assert new_page.main(["chapter", "Каржы булактары"], project) == 0
    assert read_content(project / "docs").chapters["strategy"][-1] == "strategy/karjy-bulaktary"
    assert rules(project, "docs/ky/strategy/karjy-bulaktary.md") == ["sample", "based-on-form"]


@pytest.mark.parametrize("page", ["strategy/review", "docs/ky/strategy/review.md", "docs\\ky\\strategy\\review.md"])
def test_a_translation_repeats_the_ids_of_its_original(project: Path, page: str) -> None:
    file = project / "docs/en/strategy/review.md"
    file.unlink(missing_ok=True)
    assert new_page.main(["--lang", "en", page], project) == 0
    edition = read_content(project / "docs")
    original, translation = (edition.pages[language, "strategy/review"] for language in ("ky", "en"))
    assert [anchor.id for anchor in translation.anchors] == [anchor.id for anchor in original.anchors]
    assert "sample" in rules(project, "docs/en/strategy/review.md")


def test_what_cannot_be_begun_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new_page.main(["--lang", "ru", "no/page"], project) == 1
    assert "Такой страницы нет: no/page" in capsys.readouterr().out
    for wrong in (["news"], ["letter", "Кат"], ["--lang", "ky", "strategy/role"]):
        with pytest.raises(SystemExit):
            new_page.main(wrong, project)
