"""check.py --fix writes into the files what is mended on reading; without it, a quiet line names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import check
from content import sample_docs
from portal.content.compilation import check_content, read_content


def test_what_is_mended_on_the_way_is_a_quiet_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = sample_docs.broken_docs("several-spaces", tmp_path, monkeypatch)
    assert check.main(["--docs", str(docs), "--lang", "en"]) == 0
    said = "docs/ky/about/trial.md: the site corrects this by itself (lines: 6). Nothing needs to be done.\n"
    assert capsys.readouterr().out == said


def test_the_command_tells_what_it_did_then_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = sample_docs.broken_docs("raw-text-of-the-news-item", tmp_path, monkeypatch)
    assert check.main(["--docs", str(docs), "--fix", "--lang", "ky"]) == 1
    out = capsys.readouterr().out
    assert "docs/ky/news/2020-03-13-raw.md:27  «Ө.» → «Ө.[U+00A0]»\n" in out
    assert "docs/ky/news/2020-03-13-raw.md:17  «ӊ» → «ң»\n" in out
    assert "Оңдолду: 23.\n" in out
    left = {problem.rule for problem in check_content(read_content(docs))}
    assert left == {
        "word-twice",
        "paragraph-twice",
        "comma-and",
        "wording-doubt",
        "name-form",
        "harmony",
        "acronym-ending",
    }
    assert check.main(["--docs", str(docs), "--fix", "--lang", "ky"]) == 1
    assert capsys.readouterr().out.startswith("Оңдолду: 0.\n")


def test_only_the_pages_named_are_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = sample_docs.broken_docs("several-spaces", tmp_path, monkeypatch)
    other = docs / "ky/about/other.md"
    shutil.copy(docs / "ky/about/trial.md", other)
    check.main(["--docs", str(docs), "--fix", str(other)])
    assert "Эл чогулду" in other.read_text(encoding="utf-8")
    assert "Эл  чогулду" in (docs / "ky/about/trial.md").read_text(encoding="utf-8")
