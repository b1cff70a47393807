"""Fingerprints: typography never makes a translation stale, and a change of words, figures or links always does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import sample_docs
from portal.authoring.fixes import fixed_file
from portal.content.mending.page_files import read_page
from portal.content.reading.pages import Page
from portal.content.translations.fingerprints import fingerprint
from portal.content.translations.numbers import numbers_in, spelled_numbers
from portal.content.translations.sections import sections_of

FILE = Path("docs/ky/about/trial.md")
TEXT = "ЖӨБ Союзу «Ийгиликтүү аймак» долбоорун 2020–2025-жж. аткарат — Ө.\u00a0Алманбетов, [ролу](../strategy/role.md)."


def page(text: str, file: Path = FILE) -> Page:
    found, _ = read_page(file, f"{sample_docs.PAGE}\n## Бөлүк {{ #part }}\n\n{text}\n".encode())
    assert found is not None
    return found


def fingerprint_of(text: str) -> str:
    return fingerprint(sections_of(page(text))["part"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("«Ийгиликтүү аймак»", '"Ийгиликтүү аймак"'),
        ("«Ийгиликтүү аймак»", "“Ийгиликтүү аймак„"),
        ("2020–2025-жж.", "2020-2025 – жж."),
        (" — ", " - "),
        ("Ө.\u00a0", "Ө."),
        ("Союзу ", "Союзу   "),
        ("Союзу ", "Союзу\n"),
        ("долбоорун", "**долбоорун**"),
        ("аткарат —", "аткарат. —"),
        ("долбоорун", "Долбоорун"),
        ("Ийгиликтүү", "Ийгиликтуу"),
        ("Ийгиликтүү", "Ийгиликтү"),
        ("аткарат", "aткapaт"),
        ("Ийги", "Ийги\u00ad"),
        ("role.md", "union.md"),
        ("role.md", "role.md#union"),
    ],
)
def test_typography_and_moves_do_not_count(old: str, new: str) -> None:
    assert old in TEXT
    assert fingerprint_of(TEXT.replace(old, new)) == fingerprint_of(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025", "2026"),
        ("аткарат", "аткарган эмес"),
        ("Союзу", "союздары"),
        ("2020–2025", "2020–225"),
        ("[ролу](../strategy/role.md)", "ролу"),
        ("../strategy/role.md", "https://example.org/"),
    ],
)
def test_words_figures_and_links_count(old: str, new: str) -> None:
    assert old in TEXT
    assert fingerprint_of(TEXT.replace(old, new)) != fingerprint_of(TEXT)


@given(
    st.lists(
        st.sampled_from(
            [
                "сөз",
                "2020-2025",
                " - ",
                "  ",
                '"',
                "«",
                "»",
                ", ",
                "Ө.Алманбетов",
                "ӊ",
                "Cоюз",
                "\u200b",
                "анкени ",
                "\n",
            ]
        ),
        max_size=20,
    ).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_mending_never_changes_a_fingerprint(body: str) -> None:
    data = f"{sample_docs.PAGE}\n## Бөлүк {{ #part }}\n\n{body}\n".encode()
    before, _ = read_page(FILE, data)
    after, _ = read_page(FILE, fixed_file(FILE, data))
    assert before is not None and after is not None
    assert all(
        fingerprint(section) == fingerprint(sections_of(after)[name]) for name, section in sections_of(before).items()
    )


def test_sections_of_paragraphs_and_headings_do_not_run_into_each_other() -> None:
    text = "Башы.\n\n## А { #aa }\n\nБир.\n\nЭки.\n{ #bb }\n\nҮч.\n\n### Б { #cc }\n\nТөрт.\n"
    found, _ = read_page(FILE, (sample_docs.PAGE + "\n" + text).encode())
    assert found is not None
    words = {
        name: [" ".join(p.text.replace("\0", " ").split()) for p in section.passages]
        for name, section in sections_of(found).items()
    }
    assert words == {
        "top": ["Тажрыйба", "Тажрыйба барагы", "Башы."],
        "aa": ["А", "Бир.", "Үч."],
        "bb": ["Эки."],
        "cc": ["Б", "Төрт."],
    }


@pytest.mark.parametrize(
    ("kyrgyz", "russian"),
    [
        ("10 000 сом", "10\u00a0000 сомов"),
        ("2,5 миллион сом", "2,5 млн сомов"),
        ("2020-жылдын 9-мартында", "9 марта 2020 г."),
        ("09.03.2020", "9 марта 2020 года"),
        ("саат 9:05", "09:05"),
        ("20 жылдан ашык", "более 20 лет"),
        ("15 %", "15 процентов"),
    ],
)
def test_the_same_figures_are_known_in_two_languages(kyrgyz: str, russian: str) -> None:
    assert (
        numbers_in(page(kyrgyz).passages, "ky")
        == numbers_in(page(russian, Path("docs/ru/about/trial.md")).passages, "ru")
        != frozenset()
    )


@pytest.mark.parametrize(
    ("kyrgyz", "english"),
    [
        ("10 000 сом", "10,000 soms"),
        ("3,5 %", "3.5 %"),
        ("2020-жылдын 9-мартында", "on 9 March 2020"),
        ("2 миллиард", "2 billion"),
    ],
)
def test_marks_between_digits_are_read_as_each_language_writes_them(kyrgyz: str, english: str) -> None:
    assert (
        numbers_in(page(kyrgyz).passages, "ky")
        == numbers_in(page(english, Path("docs/en/about/trial.md")).passages, "en")
        != frozenset()
    )


@pytest.mark.parametrize(
    ("kyrgyz", "words", "language"),
    [
        ("3 күн", "три дня", "ru"),
        ("20 аймак", "twenty districts", "en"),
        ("21-кылым", "XXI век", "ru"),
        ("2-жыйын", "the second meeting", "en"),
    ],
)
def test_a_figure_may_stand_in_words(kyrgyz: str, words: str, language: str) -> None:
    figure = numbers_in(page(kyrgyz).passages, "ky")
    assert figure and figure <= spelled_numbers(page(words, Path(f"docs/{language}/about/trial.md")).passages, language)
