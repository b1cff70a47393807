"""Dates are written as readers of each language write them."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from portal.content.compilation import read_content
from portal.wording.dates import in_words, up_to

DAY = date(2020, 3, 12)


@pytest.mark.parametrize(
    ("language", "words"), [("ky", "2020-жылдын 12-марты"), ("ru", "12 марта 2020 г."), ("en", "12 March 2020")]
)
def test_a_day_stands_alone(language: str, words: str) -> None:
    assert in_words(DAY, language) == words


@pytest.mark.parametrize(
    ("month", "words"),
    [
        (1, "1-январына"),
        (3, "1-мартына"),
        (4, "1-апрелине"),
        (5, "1-майына"),
        (6, "1-июнуна"),
        (8, "1-августуна"),
        (12, "1-декабрына"),
    ],
)
def test_kyrgyz_takes_the_dative_after_which_a_state_is_told(month: int, words: str) -> None:
    assert up_to(date(2021, month, 1), "ky") == f"2021-жылдын {words}"


def test_russian_and_english_days_do_not_change_after_as_of() -> None:
    assert (up_to(DAY, "ru"), up_to(DAY, "en")) == ("12 марта 2020 г.", "12 March 2020")


def commit(folder: Path, moment: str) -> None:
    identity = ["-c", "user.name=Айгүл", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, "add", "."], check=True)
    subprocess.run(
        ["git", "-C", folder, *identity, "commit", "-qm", "x"],
        check=True,
        env={"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment, "PATH": "/usr/bin:/bin"},
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """docs/ky/a.md changed late on one day in London, early on the next in Bishkek; docs/ky/b.md a year before."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    docs = tmp_path / "docs/ky"
    docs.mkdir(parents=True)
    for name, moment in (("b.md", "2019-05-05T12:00:00Z"), ("a.md", "2020-03-11T20:30:00Z")):
        (docs / name).write_text(name, encoding="utf-8")
        commit(tmp_path, moment)
    return tmp_path


def test_a_file_is_dated_by_its_last_commit_as_the_day_was_in_bishkek(repository: Path) -> None:
    assert page_dates(repository) == {"a": date(2020, 3, 12), "b": date(2019, 5, 5)}


def test_a_shallow_copy_of_the_history_dates_nothing(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = tmp_path_factory.mktemp("shallow")
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repository}", copy], check=True)
    assert page_dates(copy) == {"a": None, "b": None}


def test_a_folder_outside_git_dates_nothing(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    assert page_dates(repository) == {"a": None, "b": None}


def page_dates(project: Path) -> dict[str, date | None]:
    edition = read_content(project / "docs")
    return {path: edition.page_date(page) for path, page in edition.originals.items()}
