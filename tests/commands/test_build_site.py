"""A build publishes a whole site or nothing, and says why in the languages of its readers."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from projects import mkdocs

BROKEN = "---\ntitle: [\ndescription: x\n---\n"


@pytest.fixture(scope="module")
def project(copy_project: Callable[[], Path]) -> Path:
    """A copy of the project with a good site in site/."""
    project = copy_project()
    assert make(project).returncode == 0
    return project


@pytest.fixture
def text(project: Path) -> Iterator[Path]:
    """A Kyrgyz text of the copy that a test may spoil."""
    file = project / "docs/ky/strategy/review.md"
    before = file.read_bytes()
    yield file
    file.write_bytes(before)


def make(project: Path) -> subprocess.CompletedProcess[str]:
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/a/b"}
    command = [sys.executable, "scripts/build_site.py"]
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)


def published(project: Path) -> dict[str, bytes]:
    files = (project / "site").rglob("*")
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files if file.is_file()}


def test_a_good_build_stands_in_site_and_nothing_is_left_over(project: Path) -> None:
    assert (project / "site/en/strategy/role/index.html").is_file()
    assert [entry.name for entry in (project / "build").iterdir()] == ["lock"]


def test_an_address_without_its_last_slash_is_accepted(project: Path) -> None:
    assert 'href="https://example.org/a/b/strategy/"' in (project / "site/strategy/index.html").read_text(encoding="utf-8")


def test_a_failed_build_leaves_the_last_good_site_alone(project: Path, text: Path) -> None:
    before = published(project)
    text.write_text(BROKEN, encoding="utf-8")
    run = make(project)
    assert run.returncode == 1
    assert "docs/ky/strategy/review.md:" in run.stdout + run.stderr
    assert "Сайт жаңыртылган жок" in run.stderr and "Сайт не обновлён" in run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert published(project) == before


def test_every_fault_is_named_in_one_run_in_kyrgyz_and_russian(project: Path, text: Path) -> None:
    text.write_text("---\ntitle: А\n---\n\n# Б\n\n## В\n\n[Г](no.md)\n", encoding="utf-8")
    run = make(project)
    said = run.stdout + run.stderr
    for line in (1, 5, 7, 9):
        assert f"docs/ky/strategy/review.md:{line}\n" in said
    assert "Каталар" in said or "Ката:" in said
    assert "Ошибок:" in said


def test_a_page_that_no_list_shows_is_an_error_that_names_the_list(project: Path) -> None:
    lost = project / "docs/ky/strategy/lost.md"
    shutil.copy(project / "docs/ky/strategy/role.md", lost)
    run = mkdocs(project)
    lost.unlink()
    assert run.returncode == 1
    assert "docs/ky/strategy/lost.md" in run.stdout + run.stderr
    assert "mkdocs.yml" in run.stdout + run.stderr


def test_a_warning_is_shown_and_the_site_is_published(project: Path) -> None:
    file = project / "docs/en/strategy/review.md"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.rpartition("## ")[0], encoding="utf-8")
    run = make(project)
    file.write_text(before, encoding="utf-8")
    assert run.returncode == 0
    assert "docs/en/strategy/review.md" in run.stdout + run.stderr


def test_a_second_build_at_once_waits_for_another_time(project: Path) -> None:
    with FileLock(project / "build/lock"):
        run = make(project)
    assert run.returncode == 1
    assert "башка терезеде" in run.stderr and "в другом окне" in run.stderr


def test_the_link_to_propose_a_change_appears_with_the_repository(project: Path) -> None:
    run = mkdocs(project, GITHUB_REPOSITORY="union/site")
    assert run.returncode == 0, run.stdout + run.stderr
    html = (project / "build/site/ru/strategy/role/index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/union/site/edit/main/docs/ru/strategy/role.md"' in html
