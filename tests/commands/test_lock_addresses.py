"""The pull request that proposes the lines the lock lacks, as GitHub is asked for it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import lock_addresses
import mark_translated
from content import small_project
from portal.addresses import Address
from portal.content.permalinks.lock import format_lock, read_lock
from portal.content.translations.marks import read_marks
from projects import ROOT, commit, git


def lagging(root: Path) -> None:
    small_project.write(
        root, {f"docs/{language}/news.md": small_project.FACTS.format("Кат") for language in small_project.TITLES}
    )
    commit(root)


def pulls(*found: object) -> dict[str, Any]:
    return {
        "git/ref/heads/main": {"object": {"sha": "head"}},
        "git/commits/head": {"tree": {"sha": "tree"}},
        f"pulls?state=open&base=main&head=union:{lock_addresses.BRANCH}": list(found),
    }


def test_a_lagging_lock_is_proposed_on_a_branch_of_its_own(root: Path, github: Any) -> None:
    asked, answers = github
    lagging(root)
    answers.update(pulls())
    before = (root / "records/addresses.txt").read_bytes()
    assert lock_addresses.main(["--propose"], root) == 0
    assert [(method, path) for method, path, _ in asked] == [
        ("POST", "git/trees"),
        ("POST", "git/commits"),
        ("POST", "git/refs"),
        ("POST", "pulls"),
    ]
    tree, commit, ref, pull = (body for _, _, body in asked)
    contents = {entry["path"]: entry["content"] for entry in tree["tree"]}
    assert set(contents) == {"records/addresses.txt", "records/translations.txt"}
    assert "news/" in {str(address) for address in read_lock(contents["records/addresses.txt"])[0]}
    assert ("ru", Address("news")) in read_marks(contents["records/translations.txt"])[0]
    assert commit["parents"] == ["head"] and ref["ref"] == f"refs/heads/{lock_addresses.BRANCH}"
    assert (pull["head"], pull["base"]) == (lock_addresses.BRANCH, "main") and "merge" in pull["body"]
    assert (root / "records/addresses.txt").read_bytes() == before


def test_what_is_mended_on_reading_is_proposed_for_the_texts_too(root: Path, github: Any) -> None:
    asked, answers = github
    answers.update(pulls())
    page = root / "docs/ky/strategy/role.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n• бир\n• эки\n", encoding="utf-8")
    commit(root)
    assert lock_addresses.main(["--propose"], root) == 0
    contents = {entry["path"]: entry["content"] for entry in asked[0][2]["tree"]}
    assert contents["docs/ky/strategy/role.md"].endswith("\n- бир\n- эки\n")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ("new-git/trees", ["git/trees"]),
        ("older", ["git/trees", "git/commits", f"git/refs/heads/{lock_addresses.BRANCH}"]),
    ],
)
def test_an_open_proposal_is_brought_up_to_date_or_left_alone(
    root: Path, github: Any, tree: str, expected: list[str]
) -> None:
    asked, answers = github
    lagging(root)
    answers.update(pulls({"number": 5}))
    answers[f"git/ref/heads/{lock_addresses.BRANCH}"] = {"object": {"sha": "branch"}}
    answers["git/commits/branch"] = {"tree": {"sha": tree}}
    lock_addresses.main(["--propose"], root)
    assert [path for _, path, _ in asked] == expected


def test_records_that_lack_nothing_are_not_proposed(root: Path, github: Any) -> None:
    mark_translated.main([], root)
    file = root / "records/addresses.txt"
    file.write_text(format_lock(read_lock(file.read_text(encoding="utf-8"))[0]), encoding="utf-8")
    commit(root)
    assert lock_addresses.main(["--propose"], root) == 0
    assert github[0] == []


def test_nothing_is_proposed_while_an_address_is_lost(root: Path, github: Any) -> None:
    for language in small_project.TITLES:
        (root / f"docs/{language}/strategy/role.md").unlink()
    assert lock_addresses.main(["--propose"], root) == 1
    assert github[0] == []


@pytest.mark.parametrize("how", ["--no-ff", "--squash"])
def test_proposals_that_lock_addresses_at_once_merge_and_the_lock_is_sorted(root: Path, how: str) -> None:
    shutil.copy(ROOT / ".gitattributes", root)
    commit(root)
    for branch, page in (("one", "news"), ("two", "notes")):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        small_project.write(
            root, {f"docs/{language}/{page}.md": small_project.FACTS.format(page) for language in small_project.TITLES}
        )
        lock_addresses.main([], root)
        commit(root)
    git(root, "checkout", "--quiet", "main")
    for branch in ("one", "two"):
        git(root, "merge", "--quiet", how, branch)
        git(root, "commit", "--quiet", "--allow-empty", "--message", "x")
    file = root / "records/addresses.txt"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    assert {"news/", "notes/"} <= {line.split(" ")[0] for line in lines}
    file.write_text("\n".join(sorted(lines, reverse=True)) + "\n", encoding="utf-8")
    assert small_project.inspected(root)[1] == []
    assert lock_addresses.main([], root) == 0
    assert file.read_text(encoding="utf-8").splitlines()[-len(lines) :] == sorted(lines)


def test_at_home_the_missing_lines_are_only_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lagging(root)
    assert lock_addresses.main(["--propose"], root) == 0
    assert capsys.readouterr().out == "records/addresses.txt: +1\n"


def test_a_setting_that_forbids_the_proposal_is_told_and_the_run_stays_green(
    root: Path, github: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, answers = github
    lagging(root)
    answers.update(pulls() | {"pulls": (403, "GitHub Actions is not permitted to create or approve pull requests.")})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert lock_addresses.main(["--propose"], root) == 0
    told, counted = capsys.readouterr().out.splitlines()
    assert told.startswith("::warning::") and "«Allow GitHub Actions to create and approve pull requests»" in told
    assert f"https://github.com/union/site/compare/main...{lock_addresses.BRANCH}?expand=1" in told
    assert counted == "records/addresses.txt: +1"
    answers["pulls"] = (422, "Repository rule violations found")
    assert lock_addresses.main(["--propose"], root) == 0
    assert "“HTTP 422: Repository rule violations found”" in capsys.readouterr().out
