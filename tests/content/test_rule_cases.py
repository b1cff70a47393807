"""Each rule: a tree that breaks it gets exactly this report, and the good tree gets none."""

from __future__ import annotations

from pathlib import Path

import pytest

from content import sample_docs
from portal.content.compilation import check_content, read_content
from portal.content.problems import report
from portal.languages import LANGUAGES

FOLDERS = sorted(sample_docs.CASES.iterdir())
CASES = [folder.name for folder in FOLDERS if (folder / "expected.txt").is_file()]
TWINS = [folder.name for folder in FOLDERS if (folder / "twin").is_dir()]
MENDED = [case for case in TWINS if case not in CASES]


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


@pytest.mark.parametrize("case", MENDED)
def test_what_can_be_mended_safely_is_read_as_its_twin(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = read_content(sample_docs.broken_docs(case, tmp_path, monkeypatch))
    assert report(check_content(edition), ["en"]) == ""
    mended = {page.file.as_posix(): page.text for page in edition.all_pages if page.fixes}
    twin = sample_docs.CASES / case / "twin"
    for name, text in mended.items():
        assert text == (twin / name).read_text(encoding="utf-8")
    assert mended


def test_problems_of_all_stages_come_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = sample_docs.broken_docs("all-in-one-run", tmp_path, monkeypatch)
    (docs / "ky/about/old.md").write_bytes("Эски".encode("windows-1251"))
    rules = {problem.rule for problem in check_content(read_content(docs))}
    assert {"encoding", "not-markdown", "front-missing", "key-unknown", "heading-id", "link-page", "behind"} <= rules
