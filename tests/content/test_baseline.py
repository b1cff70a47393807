"""The base of a change: which commit it is, and what of it counts as published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import check
from content import small_project
from portal.addresses import Address
from portal.content.permalinks.resolver import Permalinks
from portal.content.problems import message
from projects import commit, git

STATUS = Address("strategy/role", "status")
NEW = Address("news")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose first commit is on main, and a second one, with a page more, on a branch."""
    monkeypatch.delenv("BASE_REF", raising=False)
    root = small_project.project(tmp_path / "project")
    git(root, "checkout", "--quiet", "-b", "proposal")
    small_project.write(
        root,
        {f"docs/{language}/news.md": small_project.FACTS.format("x") for language in small_project.TITLES}
        | {"records/addresses.txt": None},
    )
    commit(root)
    return root


def locked(root: Path) -> Permalinks:
    return small_project.inspected(root)[0]


def test_without_a_remote_it_is_the_last_commit(root: Path) -> None:
    assert {STATUS, NEW} <= locked(root).locked.keys()


def test_it_is_the_merge_base_with_the_remote_main(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(root, "branch", "-f", "proposal-too", "proposal")
    git(tmp_path, "clone", "--quiet", "--branch", "proposal", str(root), str(clone))
    permalinks = locked(clone)
    assert permalinks.baseline.commit == git(root, "rev-parse", "main")
    assert STATUS in permalinks.locked and NEW not in permalinks.locked


def test_it_is_what_base_ref_names(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE_REF", "main")
    assert NEW not in locked(root).locked
    monkeypatch.setenv("BASE_REF", "proposal")
    assert NEW in locked(root).locked


def test_a_base_that_git_does_not_know_is_an_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE_REF", "--nothing")
    problems = small_project.inspected(root)[1]
    assert [problem.rule for problem in problems] == ["base-unknown"]
    assert "--nothing" in message(problems[0], "ru")


def test_the_lock_of_the_base_counts_where_the_tree_has_lost_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE_REF", "main")
    assert "lock-short" in {problem.rule for problem in small_project.inspected(root)[1]}


def test_an_address_published_between_two_runs_of_the_bot_is_kept(root: Path) -> None:
    """It is in no lock, moved at once, and its line is taken away in the next change."""
    for language in small_project.TITLES:
        (root / f"docs/{language}/news.md").rename(root / f"docs/{language}/items.md")
    small_project.write(root, {"records/moved.yml": "news/: items/\n", "records/addresses.txt": small_project.LOCKED})
    assert small_project.inspected(root)[1] == []
    commit(root)
    small_project.write(root, {"records/moved.yml": ""})
    assert [(problem.rule, problem.values["line"]) for problem in small_project.inspected(root)[1]] == [
        ("lost-page", "news/: items/")
    ]


def test_pages_are_known_wherever_in_the_repository_the_project_lies(tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    root = outer / "inner"
    small_project.write(root, dict(small_project.files()))
    commit(outer)
    assert STATUS in locked(root).locked
    (root / "records/addresses.txt").unlink()
    assert STATUS in locked(root).locked


def test_a_page_that_did_not_change_is_not_read_again(root: Path) -> None:
    file = root / "docs/ky/strategy/role.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nz\n", encoding="utf-8")
    permalinks = locked(root)
    same = [key for key, page in permalinks.baseline.pages.items() if page is permalinks.pages[key]]
    assert len(same) == len(permalinks.pages) - 1
    assert list(permalinks.baseline.texts) == ["docs/ky/strategy/role.md"]


def test_without_git_the_lock_alone_counts_and_the_check_says_so(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(root / ".git")
    small_project.write(root, {"records/addresses.txt": small_project.LOCKED})
    permalinks = locked(root)
    assert NEW not in permalinks.locked and STATUS in permalinks.locked
    check.main(["--docs", str(root / "docs")])
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 2 and "Git жок" in said and "Нет git" in said


def test_the_check_of_the_texts_tells_of_every_lost_address_beside_all_else(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small_project.write(root, {"records/addresses.txt": small_project.LOCKED})
    for language in small_project.TITLES:
        (root / f"docs/{language}/strategy/role.md").rename(root / f"docs/{language}/strategy/function.md")
    text = (root / "docs/ky/strategy/index.md").read_text(encoding="utf-8")
    small_project.write(root, {"docs/ky/strategy/index.md": text + "\n# X\n"})
    assert check.main(["--docs", str(root / "docs"), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "“strategy/role/: strategy/function/”" in said
    assert "docs/ky/strategy/index.md:6" in said and "docs/ky/index.md:6" in said and "mkdocs.yml" in said
