"""Whatever is put into a page, the check answers in words, and does not read or do more than it must."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import check
from content import sample_docs
from portal.authoring.fixes import fixed_file
from portal.content.compilation import check_content, read_content
from portal.content.mending.page_files import MOST_BYTES, read_page
from portal.content.permalinks.backlinks import _read_entries as read_entries
from portal.content.permalinks.redirects_file import read_redirects
from portal.content.problems import message, report
from portal.content.reading.pages import Page
from portal.content.reading.settings import _parse as parse_settings

PIECES = [
    "---\n",
    "based_on:\n",
    "  - strategy/role#aa\n",
    "  aa: ",
    "  - title: а\n    date: 2020-03-12\n",
    "    link: ",
    "based_on: [",
    "source: {a: {b: c}}\n",
    "original_language: ",
    "ru\n",
    "{aa: ru}\n",
    "title: ",
    "description: ",
]
PIECES += [
    "\n## А { #aa }\n",
    "\n## Б { #bb }\n",
    "{ #cc }\n",
    "| а | 1 |\n|---|---|\n",
    "![а](b.png)",
    "[а](x.md#aa)",
    "[^1]",
    "*x*{ lang=ru }",
    "{ lang=",
    "«",
    "„",
    '"',
]
PIECES += [
    "9-март 2020 ",
    "2020–2025",
    "31.02.2020",
    "10 000",
    "2,5 млн",
    "XXI",
    "ӊ",
    "aа",
    "USAIDтин",
    "Ө.А",
    "МСУ",
    "жана жана",
    "\u200b",
    "\ufffd",
    "и\u0306",
    "\r",
    "\x85",
    "\ud800",
]
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30).map("".join)


def read(language: str, text: str) -> Page | None:
    page, _ = read_page(Path(f"docs/{language}/about/trial.md"), text.encode("utf-8", "surrogatepass"))
    return page


@given(TEXT, TEXT, st.booleans())
@settings(max_examples=250, deadline=None)
def test_any_original_and_translation_are_judged_without_an_exception(kyrgyz: str, russian: str, heads: bool) -> None:
    head = sample_docs.PAGE if heads else ""
    pages = tuple(
        page for page in (read("ky", head + kyrgyz), read("ru", head.replace("---\n", "---\n", 1) + russian)) if page
    )
    problems = check_content(sample_docs.edition_of(pages, ["ky/about/trial.md", "ru/about/trial.md"]))
    assert all(message(problem, language) for problem in problems for language in ("ky", "ru", "en"))
    assert report(problems).count("\n\n") == len(problems)


@given(
    st.one_of(
        st.binary(max_size=100), TEXT.map(lambda text: (sample_docs.PAGE + text).encode("utf-8", "surrogatepass"))
    )
)
@example("\u0080À\tɏɏЁ\u0080".encode())
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_fixed_once_and_told_or_left_as_they_are(
    data: bytes,
) -> None:
    name = Path("docs/ky/about/trial.md")
    after = fixed_file(name, data)
    page, _ = read_page(name, data)
    assert b"\0" in data or bool(page and page.fixes) is (after != data)
    assert fixed_file(name, after) == after


def test_no_more_of_a_huge_file_is_read_than_shows_that_it_is_huge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = sample_docs.broken_docs("line-too-long", tmp_path, monkeypatch)
    with (docs / "ky/about/trial.md").open("wb") as file:
        file.truncate(5_000_000_000)  # all holes: it takes no room on the disk
    rules = [problem.rule for problem in check_content(read_content(docs))]
    assert rules == ["too-large"]


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "](",
        "*",
        "`",
        "«",
        '"',
        "a.",
        "www.",
        "http://",
        "Ө.",
        "ӊ",
        "- ",
        " ",
        "\\",
        "&#1;",
        "[а](b)",
        "*x*{ lang=ru }",
        "1 ",
        "жана ",
    ],
)
def test_a_page_of_one_sign_over_and_over_is_answered_with_no_more_problems_than_someone_reads(
    unit: str, tmp_path: Path
) -> None:
    shutil.copytree(sample_docs.GOOD, tmp_path / "docs")
    body = (unit * 4000)[:4000] + "\n\n"
    text = sample_docs.PAGE + "\n" + body * 5
    assert len(text.encode()) < MOST_BYTES
    (tmp_path / "docs/ky/about/trial.md").write_text(text, encoding="utf-8")
    told = [
        problem for problem in check_content(read_content(tmp_path / "docs")) if not problem.rule.startswith("link")
    ]
    assert len(told) <= 500


def test_bad_files_of_all_kinds_are_told_in_one_run_without_a_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(sample_docs.GOOD, docs)
    head = sample_docs.PAGE.encode()
    bad = {
        "bom": b"\xef\xbb\xbf" + head,
        "windows": "---\ntitle: Союз\n---\n".encode("windows-1251"),
        "nul": head + b"\0",
        "line": head + b"x" * 5_000_000,
        "tab": b"---\ntitle:\t\tx\n\tdescription: y\n---\n",
        "aliases": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n---\n",
        "python": b"---\ntitle: !!python/object/apply:os.system ['true']\n---\n",
        "open": b"---\ntitle: x\n",
        "twice": head + b"---\ntitle: x\n---\n",
        "outside": head + b"[x](../../../../etc/passwd)\n",
        "follows": b"---\ntitle: x\ndescription: y\nfollows: {top: zz, nowhere: 1a2b3c4d}\n---\n",
    }
    for name, data in bad.items():
        (docs / f"ky/about/{name}.md").write_bytes(data)
    (docs / "ky/about/link.md").symlink_to("/etc/passwd")
    (docs / "ky/about/folder.md").mkdir()
    assert check.main(["--docs", str(docs)]) == 1
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    assert all(f"docs/ky/about/{name}.md" in out for name in (*bad, "link", "folder"))


BOMB = "x0: &x0 {s: [a.md]}\n" + "".join(f"x{n}: &x{n} {{s: [{f'*x{n - 1}, ' * 9}]}}\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a/: [b/]\n", "moved-form"),
        ("? [a]\n: b/\n", "moved-form"),
        ("gone: {a/: {since: 2026-11-20, why: {[ru]: Жок}, see: b/}}\n", "moved-gone"),
        ("gone: {a/: {since: 2026-11-20, why: {? {ru: а} : Жок}, see: b/}}\n", "moved-gone"),
        ("[" * 3000, "moved-yaml"),
    ],
)
def test_a_record_of_moves_of_any_shape_is_told(text: str, rule: str) -> None:
    assert [problem.rule for problem in read_redirects(text)[1]] == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("? [a]\n: b\n", "backlinks-row"),
        ("- {[a]: b, page: https://a.kg/, address: /go/a/}\n", "backlinks-row"),
        ("- &a {institution: *a, page: https://a.kg/, address: /go/a/}\n", "backlinks-row"),
        *(
            (f"- {{institution: Ош, page: '{page}', address: /go/a/}}\n", "backlinks-page")
            for page in (
                "https://",
                "https://[::1",
                "https://a.kg@b.example/",
                "https://a.kg/ x",
                "javascript:alert(1)",
            )
        ),
    ],
)
def test_a_record_of_backlinks_of_any_shape_is_told(text: str, rule: str) -> None:
    assert [problem.rule for problem in read_entries(text, set())[1]] == [rule]


@pytest.mark.parametrize(
    "text", ["nav: &a [*a]\n", "nav:\n  - &a {x: *a}\n", f"{BOMB}nav: [*x11]\n", "nav: [a.md]\nnav: [[b.md]]\n"]
)
def test_an_order_of_reading_that_repeats_itself_is_told_and_ends(text: str) -> None:
    assert {problem.rule for problem in parse_settings(text)[1]} == {"nav-entry"}
