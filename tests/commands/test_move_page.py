"""The command that moves a page mends all that names it, and refuses what cannot be moved."""

from __future__ import annotations

from pathlib import Path

import pytest

import lock_addresses as lock_command
import move_page as move
from content import small_project
from portal.content.compilation import check_content, read_content
from projects import commit, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small_project.project(tmp_path / "project")
    text = (root / "docs/ky/strategy/role.md").read_text(encoding="utf-8")
    links = "\n[a](index.md) [b](../index.md) ![c](../../assets/c.svg) [d](#status) [e][ref] [f](<index.md>)\n\n[ref]: ../index.md\n"
    other = "\n[a](role.md) [b](role.md#status) [c](https://example.org/role.md)\n"
    small_project.write(root, {
        "docs/ky/strategy/role.md": text + links,
        "docs/ky/strategy/index.md": (root / "docs/ky/strategy/index.md").read_text(encoding="utf-8").replace("---\n\n", "---\n")
        .replace("description: x\n", "description: x\nstatus: draft\nstatus_date: 2020-03-12\nbased_on: [strategy/role#status]\n") + other,
        "docs/assets/c.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "records/moved.yml": "# strategy/role/ stays in a remark\nstrategy/old/: strategy/role/\nsame: strategy/role/#status\n",
    })  # fmt: skip
    commit(root)
    return root


def faults(root: Path) -> list[str]:
    """Broken links and addresses; this project lacks other facts on purpose."""
    problems = check_content(read_content(root / "docs"))
    return [problem.rule for problem in problems if not problem.warning and not problem.rule.startswith("key-")]


def test_a_move_leaves_nothing_broken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert faults(root) == []
    assert move.main(["strategy/role", "about/union/tasks"], root) == 0
    assert "docs/ky/about/union/tasks.md" in capsys.readouterr().out
    assert faults(root) == []
    moved = (root / "docs/ky/about/union/tasks.md").read_text(encoding="utf-8")
    assert (
        "[a](../../strategy/index.md) [b](../../index.md) ![c](../../../assets/c.svg) [d](#status) [e][ref] [f](<../../strategy/index.md>)"
        in moved
    )
    assert "[ref]: ../../index.md" in moved
    other = (root / "docs/ky/strategy/index.md").read_text(encoding="utf-8")
    assert "[a](../about/union/tasks.md) [b](../about/union/tasks.md#status) [c](https://example.org/role.md)" in other
    assert "based_on: [about/union/tasks#status]" in other
    assert "  - about/union/tasks.md\n" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert (root / "records/moved.yml").read_text(encoding="utf-8") == (
        "# strategy/role/ stays in a remark\nstrategy/old/: about/union/tasks/\nsame: about/union/tasks/#status\nstrategy/role/: about/union/tasks/\n"
    )
    assert not list(root.glob("docs/*/strategy/role.md"))


def test_a_page_moved_twice_makes_no_chain(root: Path) -> None:
    assert move.main(["strategy/role/", "/strategy/tasks"], root) == 0
    commit(root)
    assert move.main(["strategy/tasks", "strategy/function"], root) == 0
    assert faults(root) == []
    lines = (root / "records/moved.yml").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["strategy/role/: strategy/function/", "strategy/tasks/: strategy/function/"]


def test_an_index_stays_one(root: Path) -> None:
    assert move.main(["strategy", "plan"], root) == 0
    assert (root / "docs/en/plan/index.md").is_file() and (root / "docs/en/strategy/role.md").is_file()
    assert faults(root) == []


@pytest.mark.parametrize(
    "written",
    ["docs/ky/strategy/role.md", "ru/strategy/role.md", r"C:\site\docs\en\strategy\role.md", "strategy/role.md"],
)
def test_a_page_may_be_named_by_one_of_its_files(root: Path, written: str) -> None:
    assert move.main([written, written.replace("role", "tasks")], root) == 0
    assert (root / "docs/ky/strategy/tasks.md").is_file() and not (root / "docs/ky/strategy/role.md").exists()
    assert faults(root) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("strategy/roles", "strategy/x", "strategy/role/"),
        ("/", "start", "/"),
        ("strategy/role", "strategy/Роль", "strategy/rol"),
        ("strategy/role", "strategy", "strategy/"),
        ("strategy/role", "strategy/old", "strategy/old/"),
        ("docs/ky/strategy/role.md", "docs/ky/strategy/index.md", "strategy/"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    assert move.main([old, new], root) == 1
    assert said in capsys.readouterr().out
    assert git(root, "status", "--porcelain") == ""


def test_the_lock_takes_up_what_is_new_and_what_moved_and_drops_nothing(root: Path) -> None:
    before = (root / "records/addresses.txt").read_text(encoding="utf-8").splitlines()
    move.main(["strategy/role", "strategy/tasks"], root)
    assert lock_command.main([], root) == 0
    after = (root / "records/addresses.txt").read_text(encoding="utf-8").splitlines()
    assert set(before) <= set(after)
    added = {line.split()[0] for line in set(after) - set(before) if line and not line.startswith("#")}
    assert added == {"strategy/old/", "strategy/tasks/", "strategy/tasks/#mechanism", "strategy/tasks/#status"}
    assert lock_command.main([], root) == 0
    assert (root / "records/addresses.txt").read_text(encoding="utf-8").splitlines() == after
