"""What GitHub's settings hinder, told in three languages with the switch to turn; only Pages being off stops a run."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

import check_settings

GOOD = {
    "": {"default_branch": "main", "private": False, "has_issues": True},
    "pages": {"html_url": "https://union.github.io/site/", "build_type": "workflow"},
    "actions/workflows?per_page=100": {"workflows": [{"name": "Test each week", "state": "active"}]},
}


@pytest.fixture
def answers(github: tuple[Any, dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """A GitHub whose settings are right, and a workflow that asks it."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    github[1].update(GOOD)
    return github[1]


def test_settings_that_are_right_are_not_talked_about(
    answers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_settings.main([]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("path", "answer", "code", "told"),
    [
        ("pages", None, 1, "::error::GitHub Pages күйгүзүлгөн эмес"),
        ("pages", {"build_type": "legacy"}, 0, "GitHub Pages takes the site from a branch"),
        ("", GOOD[""] | {"default_branch": "master"}, 0, "Основная ветка репозитория — «master»"),
        ("", GOOD[""] | {"has_issues": False}, 0, "Features → “Issues” (https://github.com/union/site/settings)"),
        (
            "actions/workflows?per_page=100",
            {"workflows": [{"name": "Test each week", "state": "disabled_inactivity"}]},
            0,
            "Press Actions → “Test each week” → “Enable workflow”",
        ),
        ("pages", (403, "Resource not accessible by integration"), 0, "This job lacks a right (HTTP 403: Resource"),
        ("", (403, "API rate limit exceeded for installation."), 0, "In an hour press “Re-run jobs”"),
        ("", (401, "Bad credentials"), 0, "put the line “GITHUB_TOKEN: ${{ github.token }}” back"),
        ("", (502, "Server Error"), 0, "GitHub did not answer (HTTP 502: Server Error)"),
    ],
)
def test_each_fault_is_told_once_beside_the_run_and_in_its_summary(
    answers: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    path: str,
    answer: object,
    code: int,
    told: str,
) -> None:
    answers[path] = answer
    assert check_settings.main([]) == code
    (line,) = capsys.readouterr().out.splitlines()
    assert told in line and line.startswith("::error::" if code else "::warning::")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("\n\n") == 3


def test_a_private_repository_is_told_that_pages_is_paid_for(
    answers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    answers.update({"": GOOD[""] | {"private": True}, "pages": None})
    assert check_settings.main([]) == 1
    assert "Pages of a private repository needs a paid plan" in capsys.readouterr().out


def test_a_github_that_cannot_be_reached_is_told_once_and_stops_nothing(
    answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{port}")
    assert check_settings.main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_workflow_without_a_token_is_told_where_it_belongs(
    answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    assert check_settings.main([]) == 0
    assert "put the line “GITHUB_TOKEN: ${{ github.token }}” back" in capsys.readouterr().out


def test_at_home_the_command_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit) as refusal:
        check_settings.main([])
    assert refusal.value.code == 2
