"""Each rule: a tree that breaks it gets exactly this report, and the good tree gets none."""

from __future__ import annotations

from pathlib import Path

import pytest

from content import sample_docs
from portal.content.compilation import check_content, read_content
from portal.content.problems import report
from portal.languages import LANGUAGES

CASES = sorted(folder.name for folder in sample_docs.CASES.iterdir())

TWINS = [case for case in CASES if (sample_docs.CASES / case / "twin").is_dir()]


def test_the_good_tree_has_no_problem() -> None:
    assert report(check_content(read_content(sample_docs.GOOD)), LANGUAGES) == ""


def test_every_made_case_has_its_report() -> None:
    assert set(sample_docs.MADE) <= set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_a_faulty_tree_gets_its_report(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = sample_docs.broken_docs(case, tmp_path, monkeypatch)
    expected = (sample_docs.CASES / case / "expected.txt").read_text(encoding="utf-8")
    assert report(check_content(read_content(docs)), LANGUAGES) == expected


@pytest.mark.parametrize("case", TWINS)
def test_the_mended_twin_of_a_faulty_tree_has_no_problem(case: str, tmp_path: Path) -> None:
    assert report(check_content(read_content(sample_docs.fixed_docs(case, tmp_path))), ["en"]) == ""


def test_problems_of_all_stages_come_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = sample_docs.broken_docs("all-in-one-run", tmp_path, monkeypatch)
    (docs / "ky/about/old.md").write_bytes("Эски".encode("windows-1251"))
    rules = {problem.rule for problem in check_content(read_content(docs))}
    assert {"encoding", "not-markdown", "front-missing", "key-unknown", "heading-id", "link-page", "behind"} <= rules
