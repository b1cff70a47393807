"""The check in a workflow of GitHub: few annotations, the changed lines first, all problems in the summary."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import check
from content import sample_docs
from portal.content.problems import Problem, report
from portal.github import workflow_commands
from portal.languages import NAMES, STAFF_LANGUAGES

FILE = Path("docs/ky/about/trial.md")


def problem(line: int, file: Path = FILE, warning: bool = False) -> Problem:
    return Problem(file, line, "comment", {"found": "<!--"}, warning)


def annotate(problems: list[Problem], changed: dict[str, frozenset[int]] | None = None) -> list[str]:
    return workflow_commands.annotate(check.annotations(problems), changed or {})


def places(commands: list[str]) -> list[tuple[str, int]]:
    return [
        (found[1], int(found[2]))
        for command in commands
        if (found := re.match(r"::(\w+) file=[^,]+,line=(\d+)::", command))
    ]


def test_at_most_ten_problems_are_shown_beside_their_lines() -> None:
    assert len(annotate([problem(line) for line in range(1, 40)])) == 10


def test_problems_on_changed_lines_come_first_then_those_of_changed_files() -> None:
    other = Path("docs/ky/a.md")
    problems = [problem(1, other), problem(2), problem(7, warning=True), problem(9)]
    shown = annotate(problems, {FILE.as_posix(): frozenset({7, 9})})
    assert places(shown) == [("error", 9), ("warning", 7), ("error", 2), ("error", 1)]


def test_a_problem_of_the_whole_file_stands_beside_its_first_line() -> None:
    assert places(annotate([problem(0)])) == [("error", 1)]


def test_what_strangers_write_is_no_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = Problem(Path("docs/ky/a,line=1::b%\n.md"), 3, "comment", {"found": "::stop-commands::x\n::error::y"})
    (command,) = annotate([bad])
    assert command.startswith("::error file=docs/ky/a%2Cline=1%3A%3Ab%25%0A.md,line=3::")
    assert "\n" not in command
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(ZeroDivisionError), workflow_commands.quoting():
        print("  ::error::made up")
        raise ZeroDivisionError
    begin, report, end = capsys.readouterr().out.splitlines()
    mark = begin.removeprefix("::stop-commands::")
    assert len(mark) == 32
    assert (report, end) == ("  ::error::made up", f"::{mark}::")


def test_at_home_the_runner_is_not_spoken_to(capsys: pytest.CaptureFixture[str]) -> None:
    with workflow_commands.quoting():
        print("x")
    assert capsys.readouterr().out == "x\n"


def test_what_github_says_is_no_markup_in_the_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    workflow_commands.tell("warning", "github_refused", found="@all ![x](https://x.example)\n`<b>`")
    assert "refused this: “`` @all ![x](https://x.example) `<b>` ``”." in (tmp_path / "summary.md").read_text(
        encoding="utf-8"
    )


def test_the_summary_has_every_problem_in_kyrgyz_and_russian_and_no_mark_of_a_stranger() -> None:
    problems = [Problem(FILE, line, "comment", {"found": "```<b>x</b>"}) for line in range(1, 40)]
    sections = {NAMES[language]: report(problems, [language]) for language in STAFF_LANGUAGES}
    kyrgyz, russian = workflow_commands.summary(sections).split("### Русский")
    assert kyrgyz.count("docs/ky/about/trial.md:") == russian.count("docs/ky/about/trial.md:") == 39
    assert kyrgyz.startswith("### Кыргызча\n\n````text\n")


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Клерк", "-c", "user.email=clerk@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A proposal from a fork, as it is checked out: a commit that joins it to the branch it is made to."""
    docs = sample_docs.broken_docs("several-spaces", tmp_path, monkeypatch)
    page = docs / "ky/about/trial.md"
    page.write_text(f"{sample_docs.PAGE}\n[Жок](none.md)\n", encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "Before")
    git(tmp_path, "checkout", "-b", "proposal")
    page.write_text(page.read_text(encoding="utf-8") + "\n[Дагы](none.md)\n", encoding="utf-8")
    git(tmp_path, "commit", "-am", "Proposal")
    git(tmp_path, "checkout", "main")
    git(tmp_path, "merge", "--no-ff", "-m", "Merge", "proposal")
    return docs


@pytest.fixture
def summary(proposal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the summary of the job goes when the workflow checks the proposal."""
    file = proposal.parent / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    return file


def test_a_proposal_from_a_fork_is_checked_without_any_secret(
    proposal: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--docs", str(proposal)]) == 1
    commands = capsys.readouterr().out.splitlines()
    assert places(commands) == [("error", 8), ("error", 6)]
    assert "docs/ky/about/trial.md:6" in summary.read_text(encoding="utf-8")


def test_warnings_on_pages_that_a_proposal_does_not_touch_are_only_counted(
    proposal: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere, own = proposal / "ru/about/other.md", proposal / "ru/about/trial.md"
    for file in (elsewhere, own):
        original = proposal / "ky/about" / file.name
        if not original.exists():
            original.write_text(sample_docs.PAGE + "\n## Бөлүк { #part }\n\nСөз.\n", encoding="utf-8")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("---\ntitle: Опыт\ndescription: Страница опыта\n---\n\nТекст.\n", encoding="utf-8")
    git(proposal.parent, "add", "-A")
    git(proposal.parent, "commit", "--amend", "-m", "Merge")
    trial = proposal / "ky/about/trial.md"
    trial.write_text(trial.read_text(encoding="utf-8") + "\n## Бөлүк { #part }\n\nСөз.\n", encoding="utf-8")
    git(proposal.parent, "checkout", "-b", "other-proposal")
    git(proposal.parent, "commit", "-am", "Proposal")
    assert check.main(["--docs", str(proposal)]) == 1
    printed = capsys.readouterr().out
    assert "docs/ru/about/trial.md" in printed and "docs/ru/about/other.md" not in printed
    assert "которых это предложение не касается: 1." in printed and "не касается: 1." in summary.read_text(
        encoding="utf-8"
    )


def test_lines_in_a_file_with_a_kyrgyz_name_and_spaces_are_found(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/x").write_text("", encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "Before")
    (tmp_path / "docs/Жаңы барак.md").write_text("а\nб\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "After")
    assert workflow_commands.changed_lines(tmp_path, {}) == {"docs/Жаңы барак.md": frozenset({1, 2})}


def test_without_history_nothing_counts_as_changed(tmp_path: Path) -> None:
    assert workflow_commands.changed_lines(tmp_path, {"GITHUB_BASE_REF": "main"}) == {}
