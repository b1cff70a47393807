"""Whatever staff do to a copy of the site's own texts with the tools given, it can be published."""

from pathlib import Path

import pytest

from living import staff_edits
from portal.languages import LANGUAGES
from projects import SharedFolder, build, commit, living_project, run_python


@pytest.fixture
def project(shared_folder: SharedFolder, tmp_path: Path) -> Path:
    """A copy of the project with its history, in which all that stands is published."""
    import shutil

    return shutil.copytree(shared_folder("living-texts", living_project), tmp_path / "project")


def is_published(project: Path) -> str:
    """The check without errors and a strict build with all its gates; returns what the check said."""
    run = run_python(project, "scripts/check.py", "--lang", "en")
    assert run.returncode == 0, run.stdout + run.stderr
    build(project)
    return run.stdout


def test_paragraphs_reworded_in_kyrgyz_alone_make_warnings_and_no_errors(project: Path) -> None:
    assert staff_edits.reword_paragraphs(project, "ky")
    assert "(warning)" in is_published(project)


def test_paragraphs_reworded_in_all_languages_are_taken_as_translated(project: Path) -> None:
    assert staff_edits.reword_paragraphs(project, *LANGUAGES)
    assert "This proposal changes the translation of these sections" in is_published(project)
    assert run_python(project, "scripts/mark_translated.py").returncode == 0
    assert "This proposal changes" not in is_published(project)


def test_headings_can_be_reworded(project: Path) -> None:
    assert staff_edits.reword_headings(project)
    is_published(project)


def test_a_page_can_be_added_in_kyrgyz_alone(project: Path) -> None:
    staff_edits.add_page(project)
    is_published(project)
    for prefix in ("", "ru/", "en/"):
        assert "Сыноо барагы" in (project / f"build/site/{prefix}added-as-a-test/index.html").read_text(
            encoding="utf-8"
        )


def test_a_news_item_can_be_added_in_kyrgyz_alone(project: Path) -> None:
    staff_edits.add_news(project)
    is_published(project)
    assert "Сыноо жаңылыгы" in (project / "build/site/ru/news/index.html").read_text(encoding="utf-8")


def test_a_page_can_be_moved(project: Path) -> None:
    path = staff_edits.movable(project)[0]
    run = run_python(project, "scripts/move_page.py", path, f"{path}-moved")
    assert run.returncode == 0, run.stdout + run.stderr
    is_published(project)
    assert f"{path}-moved/" in (project / f"build/site/{path}/index.html").read_text(encoding="utf-8")


def test_a_page_can_be_withdrawn(project: Path) -> None:
    path = staff_edits.movable(project)[-1]
    staff_edits.withdraw(project, path)
    is_published(project)
    assert "Withdrawn as a test." in (project / f"build/site/en/{path}/index.html").read_text(encoding="utf-8")


def test_one_change_follows_another(project: Path) -> None:
    """As it goes from month to month: what was added is reworded, moved and withdrawn."""
    for change in (
        staff_edits.add_page,
        staff_edits.add_news,
        lambda place: staff_edits.reword_paragraphs(place, "ky"),
    ):
        change(project)
        commit(project)
    run = run_python(project, "scripts/move_page.py", "added-as-a-test", "moved-as-a-test")
    assert run.returncode == 0, run.stdout + run.stderr
    commit(project)
    staff_edits.withdraw(project, "moved-as-a-test")
    is_published(project)
