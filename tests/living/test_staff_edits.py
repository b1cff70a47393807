"""Whatever staff do to a copy of the site's own texts with the tools given, it can be published."""

import shutil
from pathlib import Path

import pytest

from living import staff_edits
from portal.languages import LANGUAGES
from projects import SharedFolder, build, commit, living_project, run_python


@pytest.fixture
def project(shared_folder: SharedFolder, tmp_path: Path) -> Path:
    """A copy of the project with its history, in which all that stands is published."""
    return shutil.copytree(shared_folder("living-texts", living_project), tmp_path / "project")


def passes_the_check(project: Path) -> str:
    """The check without errors; returns what it said."""
    run = run_python(project, "scripts/check.py", "--lang", "en")
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def published(project: Path, url: str) -> str:
    """The HTML of a page of the site that was built."""
    return (project / "build/site" / url / "index.html").read_text(encoding="utf-8")


def move_page(project: Path, old: str, new: str) -> None:
    run = run_python(project, "scripts/move_page.py", old, new)
    assert run.returncode == 0, run.stdout + run.stderr


def test_paragraphs_reworded_in_kyrgyz_alone_make_warnings_and_no_errors(project: Path) -> None:
    assert staff_edits.reword_paragraphs(project, "ky")
    assert "(warning)" in passes_the_check(project)
    build(project)


def test_paragraphs_and_headings_reworded_in_all_languages_are_taken_as_translated(project: Path) -> None:
    assert staff_edits.reword_paragraphs(project, *LANGUAGES)
    assert "This proposal changes the translation of these sections" in passes_the_check(project)
    assert run_python(project, "scripts/mark_translated.py").returncode == 0
    assert "This proposal changes" not in passes_the_check(project)
    assert staff_edits.reword_headings(project)
    passes_the_check(project)
    build(project)


def test_pages_can_be_added_in_kyrgyz_alone(project: Path) -> None:
    staff_edits.add_page(project)
    staff_edits.add_news(project)
    passes_the_check(project)
    build(project)
    for prefix in ("", "ru/", "en/"):
        assert "Сыноо барагы" in published(project, f"{prefix}added-as-a-test")
    assert "Сыноо жаңылыгы" in published(project, "ru/news/2020")


def test_one_page_can_be_moved_and_another_withdrawn(project: Path) -> None:
    moved, withdrawn = staff_edits.movable(project)[0], staff_edits.movable(project)[-1]
    move_page(project, moved, f"{moved}-moved")
    passes_the_check(project)
    staff_edits.withdraw(project, withdrawn)
    passes_the_check(project)
    build(project)
    assert f"{moved}-moved/" in published(project, moved)
    assert "Withdrawn as a test." in published(project, f"en/{withdrawn}")


def test_one_change_follows_another(project: Path) -> None:
    """As it goes from month to month: what was added is reworded, moved and withdrawn."""
    for change in (
        staff_edits.add_page,
        staff_edits.add_news,
        lambda place: staff_edits.reword_paragraphs(place, "ky"),
    ):
        change(project)
        commit(project)
    move_page(project, "added-as-a-test", "moved-as-a-test")
    commit(project)
    staff_edits.withdraw(project, "moved-as-a-test")
    passes_the_check(project)
    build(project)
