"""Commands find the libraries in .venv/ by themselves, and install them there first."""

import sys
from pathlib import Path

import pytest

from portal import environment
from projects import copy_program, run_python


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without libraries."""
    copy_program(tmp_path)
    return tmp_path


def test_a_command_runs_itself_again_where_the_libraries_are(root: Path) -> None:
    python = environment.python(root)
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "again: $*"\nexit 7\n', encoding="utf-8")
    python.chmod(0o755)
    (root / ".venv/ready").touch()
    run = run_python(root, "-S", "scripts/check.py", "--lang", "en")  # -S hides the libraries of this Python.
    assert (run.returncode, run.stdout, run.stderr) == (7, "again: -S scripts/check.py --lang en\n", "")


def test_libraries_are_installed_once_and_again_when_their_list_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run: list[str] = []

    def keep(root: Path, *command: str | Path) -> None:
        (root / ".venv").mkdir(exist_ok=True)
        run.append(" ".join(map(str, command[1:])))

    monkeypatch.setattr(environment, "_run", keep)
    environment.install_libraries(root)
    assert "Программе нужны библиотеки" in capsys.readouterr().err
    pip = "-m pip install --quiet --disable-pip-version-check --require-hashes --requirement scripts/requirements.txt"
    assert run == ["-m venv --clear .venv", pip, "-m uv sync --quiet --locked"]
    environment.install_libraries(root)
    assert (len(run), capsys.readouterr().err) == (3, "")
    (root / ".venv/ready").unlink()
    environment.install_libraries(root)
    assert len(run) == 6


def test_an_old_python_installs_nothing_and_is_told_what_it_takes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "OLDEST_PYTHON", sys.hexversion + 1)
    with pytest.raises(SystemExit) as end:
        environment.install_libraries(root)
    assert end.value.code == 1 and "Python 3.11" in capsys.readouterr().err


def test_the_uv_that_installs_the_libraries_is_the_one_of_the_lock_with_its_hashes() -> None:
    export = ("export", "--quiet", "--offline", "--frozen", "--no-header", "--only-group", "set-up")
    run = run_python(environment.ROOT, "-m", "uv", *export)
    head, _, wanted = (environment.ROOT / environment.UV).read_text(encoding="utf-8").partition("\n")
    assert head.startswith("#") and wanted == run.stdout and "--hash=sha256:" in wanted
