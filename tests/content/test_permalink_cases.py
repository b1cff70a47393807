"""Each fault of addresses gets exactly its report; the good project gets none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import lock_addresses as command
from content import small_project
from portal.content.problems import catalogue, report
from portal.languages import LANGUAGES
from projects import commit

CASES = sorted(file.stem for file in small_project.CASES.glob("*.txt"))
# Told by the gate over the built site, by the reading of $BASE_REF, and by the command that moves pages: tested beside them.
ELSEWHERE = {"lost-built", "base-unknown", "move-old", "move-form", "move-taken"}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project.project(tmp_path_factory.mktemp("projects") / "good")


@pytest.fixture
def root(good: Path, tmp_path: Path) -> Path:
    return shutil.copytree(good, tmp_path / "project")


def test_the_good_project_has_no_problem(good: Path) -> None:
    assert small_project.inspected(good)[1] == []


@pytest.mark.parametrize("name", CASES)
def test_a_fault_gets_its_report_and_the_lock_is_left_alone(root: Path, name: str) -> None:
    before, after, expected = small_project.case(name)
    if before:
        small_project.write(root, before)
        commit(root)
    small_project.write(root, after)
    problems = small_project.inspected(root)[1]
    assert report(problems, LANGUAGES) == expected
    lock = (root / "records/addresses.txt").read_bytes()
    is_error = any(not problem.warning for problem in problems)
    assert command.main([], root) == is_error
    assert not is_error or (root / "records/addresses.txt").read_bytes() == lock


def test_every_message_of_addresses_is_used_by_some_case() -> None:
    reports = "\n".join(small_project.case(name)[2] for name in CASES)
    told = {
        rule for rule in catalogue() if re.search(re.sub(r"\\\$\w+", ".*", re.escape(catalogue()[rule]["en"])), reports)
    }
    mine = {
        rule
        for rule in catalogue()
        if rule.startswith(("base-", "lock-", "moved-", "lost-", "title-", "backlinks-", "move-", "address-reserved"))
    }
    assert mine - told == ELSEWHERE
