"""What is mended on reading: the page is what was meant, and only what is safe is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content import sample_docs
from portal.authoring.fixes import fixed_file
from portal.content.compilation import check_content
from portal.content.mending.page_files import read_page

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
    "• ",
    "1) ",
    "-а",
    "\t",
    "    ",
    "https://example.org/а",
    "[",
    "](",
]


def mended(text: str) -> str:
    return fixed_file(NAME, text.encode()).decode()


def mended_body(body: str) -> str:
    return mended(f"{sample_docs.PAGE}\n{body}\n").removeprefix(f"{sample_docs.PAGE}\n").removesuffix("\n")


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("• бир\n•\tэки", "- бир\n- эки"),
        ("•\tбир\n•\tэки", "- бир\n- эки"),
        ("1)\tбир\n2)\tэки", "1. бир\n2. эки"),
        ("Мындай:\n– бир\n– эки", "Мындай:\n- бир\n- эки"),
        ("-Бир\n-Эки", "- Бир\n- Эки"),
        ("-\u00a0бир", "- бир"),
        ("Мындай:\n1) бир\n2) эки", "Мындай:\n1. бир\n2. эки"),
        ("1.Бир\n2.Эки", "1. Бир\n2. Эки"),
        ("\tБиринчи сап чегинип турат.", "Биринчи сап чегинип турат."),
        ("Аты\tСаны\nА|Б\t5", "| Аты | Саны |\n|---|---|\n| А\\|Б | 5 |"),
        ("Караңыз https://example.org/a_(b), анан.", "Караңыз <https://example.org/a_(b)>, анан."),
        ("Дареги www.example.org.", "Дареги [www.example.org](https://www.example.org)."),
        ("Жазыңыз: a.b@example.org", "Жазыңыз: <a.b@example.org>"),
    ],
)
def test_what_was_pasted_becomes_the_markdown_that_was_meant(pasted: str, meant: str) -> None:
    assert mended_body(pasted) == meant


@pytest.mark.parametrize(
    "kept",
    [
        "– Ооба, деди ал.",
        "Сапта 1) жана 2) деген сандар бар.",
        "Жыл 5\n2) эмес",
        "- [https://example.org](https://example.org)",
        "- [Караңыз: https://example.org](https://example.org)",
        "[сөз]: https://example.org",
    ],
)
def test_what_only_looks_like_it_is_left_alone(kept: str) -> None:
    assert mended_body(kept) == kept


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
        "```\n• код https://example.org\n```",
        "    x = 1",
    ],
)
def test_code_links_addresses_and_marks_of_markdown_are_left_alone(kept: str) -> None:
    assert mended_body(kept) == kept


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Title:Жаңылык", "title: Жаңылык"),
        ("TITLE :  Жаңылык", "title: Жаңылык"),
        ("title: Союз: жаңы иш", "title: 'Союз: жаңы иш'"),
        ('title: "Ынтымак" долбоору', "title: '«Ынтымак» долбоору'"),
        ("title: *Иш* # 5", "title: '*Иш* # 5'"),
        ("title: 2020", "title: '2020'"),
        ('title: "Союз: 2020-2025 – жж."', 'title: "Союз: 2020–2025-жж."'),
        ("title: 'Жаӊы  иш'", "title: 'Жаңы иш'"),
        ("updated:2020-03-12", "updated: 2020-03-12"),
    ],
)
def test_a_line_of_front_matter_is_read_as_it_was_meant(written: str, meant: str) -> None:
    assert mended(f"---\n{written}\n---\n") == f"---\n{meant}\n---\n"


@pytest.mark.parametrize("kept", ["based_on:\n  - Title:x", "title: >\n  Кат:\n  сап", "Author: х", "title: [а]"])
def test_other_lines_of_front_matter_are_left_alone(kept: str) -> None:
    assert mended(f"---\n{kept}\n---\n") == f"---\n{kept}\n---\n"


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_and_a_missing_last_one_are_kept(ending: str) -> None:
    text = f"{sample_docs.PAGE}\nЖаӊы сөз\nдагы".replace("\n", ending)
    assert mended(text) == text.replace("ӊ", "ң")


def test_a_byte_order_mark_is_taken_away() -> None:
    assert fixed_file(NAME, b"\xef\xbb\xbf" + sample_docs.PAGE.encode()) == sample_docs.PAGE.encode()


@pytest.mark.parametrize("data", ["Текст".encode("windows-1251"), b"---\n\0\n---\n", b"\xff" * 10])
def test_a_file_that_cannot_be_read_is_left_as_it_is(data: bytes) -> None:
    assert fixed_file(NAME, data) == data


def test_a_problem_below_a_mended_table_has_its_line_in_the_file() -> None:
    page, _ = read_page(NAME, f"{sample_docs.PAGE}\nАты\tСаны\nА\t5\n\nСөз сөз\n".encode())
    assert page is not None
    problems = check_content(sample_docs.edition_of([page], ["ky/about/trial.md"]))
    assert [problem.line for problem in problems if problem.rule == "word-repeated"] == [9]
    assert [fix.line for fix in page.fixes] == [6, 7]


@given(st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join))
@example('"а "б" в"')
@example('«а „б“ "в"')
@example("*Союз  МСУ*{ lang=ru } - ӊ")
@settings(max_examples=300, deadline=None)
def test_mending_twice_changes_nothing_more(body: str) -> None:
    once = mended(f"{sample_docs.PAGE}\n{body}\n")
    assert mended(once) == once
