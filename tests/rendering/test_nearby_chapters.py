"""However many chapters there are, a chapter leads to few of them: all of a short strategy, else those nearby."""

from functools import cache
from pathlib import Path

import pytest

from content import sample_docs
from portal.content.mending.page_files import read_page
from portal.content.reading.pages import Page
from portal.rendering.context import FEW, NEAR, nearby_chapters, neighbours
from portal.rendering.page_view import LanguageEdition

TEXT = "---\ntitle: Бөлүм\ndescription: Сүрөттөмө\n---\n\nТекст.\n"
FOLDER = 100
"""Chapters in each folder of a long strategy."""


def chapter_path(number: int) -> str:
    return f"strategy/part-{number // FOLDER}/chapter-{number:03}"


@cache
def strategy(count: int) -> LanguageEdition:
    def page(path: str) -> Page:
        found, _ = read_page(Path(f"docs/ky/{path}.md"), TEXT.encode())
        assert found is not None
        return found

    paths = list(map(chapter_path, range(count)))
    return LanguageEdition(sample_docs.edition_of(map(page, paths), order=paths), "https://example.org/", "ky")


def shown(count: int, number: int) -> list[str]:
    return [view.path for view in nearby_chapters(strategy(count).page(chapter_path(number)))]


def test_a_short_strategy_is_shown_whole() -> None:
    assert shown(FEW, 3) == [chapter_path(number) for number in range(FEW)]


@pytest.mark.parametrize(("number", "first"), [(0, 0), (50, 50 - NEAR), (99, 99 - 2 * NEAR), (100, 100), (130, 110)])
def test_of_a_long_one_those_nearby_in_the_same_folder(number: int, first: int) -> None:
    assert shown(300, number) == [chapter_path(first + at) for at in range(2 * NEAR + 1)]


def test_the_chapters_before_and_after_are_in_any_folder() -> None:
    found = neighbours(strategy(300).page(chapter_path(100)))
    assert [view and view.path for view in found.values()] == [chapter_path(99), chapter_path(101)]


def test_the_first_chapter_has_none_before_it() -> None:
    assert neighbours(strategy(300).page(chapter_path(0)))["previous"] is None
