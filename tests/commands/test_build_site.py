"""A build publishes a whole site or nothing, and says why in the languages of its readers."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from projects import ROOT, publish

BROKEN = "---\ntitle: [\ndescription: x\n---\n"


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """A copy of the project with a good site in site/."""
    return shutil.copytree(published, tmp_path / "project")


def files(project: Path) -> dict[str, bytes]:
    found = (project / "site").rglob("*")
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in found if file.is_file()}


def test_a_good_build_stands_in_site_and_nothing_is_left_over(project: Path) -> None:
    assert (project / "site/en/strategy/role/index.html").is_file()
    assert {entry.name for entry in (project / "build").iterdir()} == {"cache", "lock"}


def test_an_address_without_its_last_slash_is_accepted(project: Path) -> None:
    assert 'href="https://example.org/a/b/strategy/"' in (project / "site/strategy/index.html").read_text(
        encoding="utf-8"
    )


def test_a_failed_build_names_every_fault_in_kyrgyz_and_russian_and_leaves_the_last_good_site_alone(
    project: Path,
) -> None:
    before = files(project)
    (project / "docs/ky/strategy/review.md").write_text(
        "---\ntitle: А\n---\n\n# Б\n\n## В\n\n[Г](no.md)\n", encoding="utf-8"
    )
    (project / "docs/ru/strategy/review.md").write_text(BROKEN, encoding="utf-8")
    shutil.copy(project / "docs/ky/strategy/role.md", project / "docs/ky/strategy/lost.md")
    run = publish(project)
    assert run.returncode == 1
    said = run.stdout + run.stderr
    for line in (1, 5, 7, 9):
        assert f"docs/ky/strategy/review.md:{line}\n" in said
    assert "docs/ru/strategy/review.md:" in said
    assert "docs/ky/strategy/lost.md\n" in said and "mkdocs.yml" in said
    assert "Ката:" in said and "Ошибок:" in said
    assert "Сайт жаңыртылган жок" in run.stderr and "Сайт не обновлён" in run.stderr
    assert "Traceback" not in said
    assert files(project) == before


def test_broken_settings_are_told_in_kyrgyz_and_russian(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("\nnav:\n  ", "\nnav:\n\t"), encoding="utf-8")
    run = publish(project)
    assert run.returncode == 1
    assert "mkdocs.yml файлынын бул сабы окулбай жатат" in run.stderr
    assert "Эта строка файла mkdocs.yml не читается" in run.stderr and "Сайт не обновлён." in run.stderr
    assert "found character" not in run.stdout + run.stderr


def test_the_warnings_at_which_a_strict_build_stops_are_shown(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("docs_structure: folder", "docs_structure: folder\n      x: 1")
    settings.write_text(text, encoding="utf-8")
    run = publish(project)
    assert run.returncode == 1
    assert "Unrecognised configuration name: x" in run.stderr


def test_a_warning_is_shown_and_the_site_is_published(published: Path) -> None:
    said = (published / "said").read_text(encoding="utf-8")
    assert "docs/en/priorities/capacity.md (эскертүү, предупреждение)\n" in said
    assert (published / "site/en/priorities/capacity/index.html").exists()


def test_a_second_build_at_once_waits_for_another_time(project: Path) -> None:
    with FileLock(project / "build/lock"):
        run = publish(project)
    assert run.returncode == 1
    assert "башка терезеде" in run.stderr and "в другом окне" in run.stderr


@pytest.mark.skipif(os.name == "nt", reason="ulimit and process groups")
def test_after_a_full_disk_and_a_kill_the_site_is_whole_and_the_next_build_works(project: Path) -> None:
    before = files(project)
    # A limit on the size of files fails as a full disk does, and without one.
    command = f"ulimit -f 8; exec {sys.executable} scripts/build_site.py"
    full = subprocess.run(["sh", "-c", command], cwd=project, capture_output=True, text=True, check=False)
    assert full.returncode == 1
    assert "Файл или папку не удалось прочитать или записать" in full.stderr and "Traceback" not in full.stderr
    shutil.rmtree(project / "build/site", ignore_errors=True)
    build = subprocess.Popen([sys.executable, "scripts/build_site.py"], cwd=project, start_new_session=True)
    while not (project / "build/site").exists() and build.poll() is None:
        time.sleep(0.05)
    os.killpg(build.pid, signal.SIGKILL)
    assert build.wait() == -signal.SIGKILL
    assert files(project) == before
    assert publish(project).returncode == 0
    assert files(project).keys() == before.keys()


def test_the_link_to_propose_a_change_appears_with_the_repository(built_with_repository: Path) -> None:
    html = (built_with_repository / "ru/strategy/role/index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/union/site/edit/main/docs/ru/strategy/role.md"' in html


def test_the_page_on_linking_opens_the_form_for_those_who_link_to_us(built_with_repository: Path) -> None:
    (form,) = (ROOT / ".github/ISSUE_TEMPLATE").glob("*-backlink.yml")
    for language in ("", "ru/", "en/"):
        html = (built_with_repository / f"{language}about/linking/index.html").read_text(encoding="utf-8")
        assert f'href="https://github.com/union/site/issues/new?template={form.name}"' in html
