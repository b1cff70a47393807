"""check.py --fix: what is safe is mended and told, the rest of a file stays as it is to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import check
from content import sample_docs
from portal.authoring.fixes import fix_file
from portal.content.compilation import check_content, read_content
from portal.content.problems import report

NAME = Path("docs/ky/about/trial.md")
SNIPPETS = [
    "сөз",
    " ",
    "  ",
    "\u00a0",
    "- ",
    " - ",
    "–",
    "«",
    "»",
    '"',
    "“",
    "„",
    ",",
    ".",
    "2020-2025",
    "жж.",
    "Ө.Алманбетов",
    "ӊ",
    "aа",
    "`x  y`",
]
SNIPPETS += [
    "[а](b  c.md)",
    "![а](b.png)",
    "{ #id }",
    "\n",
    "\n\n",
    "> ",
    "* ",
    "## ",
    "| а | б |\n|---|---|\n",
    "\u200b",
    "й",
    "2020 жылдын",
    "*x  y*{ lang=ru }",
]


def mended(tmp_path: Path, text: str) -> str:
    file = tmp_path / "trial.md"
    file.write_bytes(text.encode())
    fix_file(file, NAME)
    return file.read_bytes().decode()


@pytest.mark.parametrize(
    "kept",
    [
        'Сөз `a  b - "c"` дагы сөз.',
        '```\nа  б - в "г" ӊ\n```',
        "[сөз](a%20b-c.md) жана <https://example.org/a-b?c=2020-2025>",
        "## Аталыш { #a-b }",
        "| а   | б |\n|-----|---|\n| в   | - |",
        "Саптын аягы  \nүзүлөт.",
        'Код: \\" белгиси.',
    ],
)
def test_code_links_addresses_and_marks_of_markdown_are_left_alone(tmp_path: Path, kept: str) -> None:
    text = f"{sample_docs.PAGE}\n{kept}\n"
    assert mended(tmp_path, text) == text


def test_facts_at_the_head_keep_their_keys_and_quotes(tmp_path: Path) -> None:
    text = "---\ntitle: \"Союз: 2020-2025 – жж.\"\ndescription: 'Жаӊы  иш'\nupdated: 2020-03-12\n---\n"
    assert (
        mended(tmp_path, text)
        == "---\ntitle: \"Союз: 2020–2025-жж.\"\ndescription: 'Жаңы иш'\nupdated: 2020-03-12\n---\n"
    )


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_and_a_missing_last_one_are_kept(tmp_path: Path, ending: str) -> None:
    text = f"{sample_docs.PAGE}\nЖаӊы сөз\nдагы".replace("\n", ending)
    assert mended(tmp_path, text) == text.replace("ӊ", "ң")


def test_a_file_that_is_right_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "trial.md"
    file.write_text(sample_docs.PAGE, encoding="utf-8")
    before = file.stat().st_mtime_ns
    assert fix_file(file, NAME) == []
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("data", ["Текст".encode("windows-1251"), b"---\n\0\n---\n", b"\xff" * 10])
def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "trial.md"
    file.write_bytes(data)
    assert fix_file(file, NAME) == []
    assert file.read_bytes() == data


@given(st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join))
@example('"а "б" в"')
@example('«а „б“ "в"')
@example("*Союз  МСУ*{ lang=ru } - ӊ")
@settings(max_examples=200, deadline=None)
def test_mending_twice_changes_nothing_more(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    folder = tmp_path_factory.mktemp("mend")
    once = mended(folder, f"{sample_docs.PAGE}\n{body}\n")
    assert mended(folder, once) == once


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


@pytest.mark.parametrize(
    "case", sorted(folder.name for folder in sample_docs.CASES.iterdir() if (folder / "twin").is_dir())
)
def test_mending_a_wrong_contribution_brings_no_new_problem(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = sample_docs.broken_docs(case, tmp_path, monkeypatch)
    before = {problem.rule for problem in check_content(read_content(docs))}
    check.main(["--docs", str(docs), "--fix"])
    after = check_content(read_content(docs))
    assert {problem.rule for problem in after} <= before, report(after, ["en"])
