"""The command check.py: its exit codes, languages and paths."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import check
from content import sample_docs
from content.small_project import project
from projects import ROOT, commit


def test_nothing_is_printed_when_there_is_nothing_to_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = shutil.copytree(sample_docs.GOOD, tmp_path / "docs")
    assert check.main(["--docs", str(docs)]) == 0
    assert capsys.readouterr().out == ""


def test_an_error_is_told_in_kyrgyz_and_russian_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = sample_docs.broken_docs("key-misspelt", tmp_path, monkeypatch)
    assert check.main(["--docs", str(docs)]) == 1
    out = capsys.readouterr().out
    assert out.endswith("Ката: 2. Эскертүү: 0.\nОшибок: 2. Предупреждений: 0.\n")
    assert "Known lines" not in out


def test_one_language_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = sample_docs.broken_docs("key-misspelt", tmp_path, monkeypatch)
    assert check.main(["--docs", str(docs), "--lang", "en"]) == 1
    assert capsys.readouterr().out.endswith("Errors: 2. Warnings: 0.\n")


def test_warnings_alone_are_listed_and_do_not_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = sample_docs.broken_docs("translation-behind", tmp_path, monkeypatch)
    assert check.main(["--docs", str(docs), "--lang", "ru"]) == 0
    assert capsys.readouterr().out.endswith("Ошибок: 0. Предупреждений: 1.\n")


@pytest.mark.parametrize(("shown", "code"), [("ky/about", 1), ("ky/about/trial.md", 1), ("ru", 0)])
def test_paths_limit_what_is_shown(shown: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = sample_docs.broken_docs("link-to-no-id", tmp_path, monkeypatch)
    assert check.main(["--docs", str(docs), str(docs / shown)]) == code


def test_a_mistyped_path_is_refused() -> None:
    with pytest.raises(SystemExit) as refusal:
        check.main(["docs/ky/no-such-page.md"])
    assert refusal.value.code == 2


def test_the_help_is_the_docstring(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        check.main(["--help"])
    assert str(check.__doc__).splitlines()[0] in capsys.readouterr().out


def test_a_line_with_a_fault_is_not_also_told_to_look_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project")
    shutil.copy(ROOT / "mkdocs.yml", root)
    commit(root)
    page = root / "docs/ky/strategy/role.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n~~а~~ [б](в г.md)\n\n~~г~~\n", encoding="utf-8")
    check.main(["--docs", str(root / "docs"), "--lang", "en", str(page)])
    first = capsys.readouterr().out
    page.write_text(f"{text}\n~~а~~ б\n", encoding="utf-8")
    check.main(["--docs", str(root / "docs"), "--lang", "en", str(page)])
    assert "differently from the preview" not in first
    assert "differently from the preview" in capsys.readouterr().out
