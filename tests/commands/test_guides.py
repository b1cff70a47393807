"""The guides for contributors say the same in three languages, and their sample and pictures are good."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from content import uploads
from pictures.guides import GUIDES, sample
from portal.content.compilation import check_content, read_content

NAMES = ("CONTRIBUTING", "news-with-photo")
SHAPE = re.compile(r" *(#+ |\||\d\.|- |!\[|```)")


def guides(name: str) -> list[str]:
    """A guide in Kyrgyz, Russian and English."""
    return [(GUIDES / f"{name}{ending}.md").read_text(encoding="utf-8") for ending in ("", ".ru", ".en")]


def shape(text: str) -> list[str]:
    """What each line is: a heading of some level, a row of a table, a step, a picture, or words."""
    return [found[1] if (found := SHAPE.match(line)) else "words" for line in text.splitlines() if line]


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_has_the_same_parts_in_three_languages(name: str) -> None:
    kyrgyz, *others = map(shape, guides(name))
    assert [other == kyrgyz for other in others] == [True, True]


def test_the_sample_passes_the_check_once_its_photograph_is_there(copy_project: Callable[[], Path]) -> None:
    docs = copy_project() / "docs"
    (found,) = {sample(guide) for guide in guides("news-with-photo")}
    file = docs / "ky/news" / found[0]
    file.write_text(found[1], encoding="utf-8")

    def problems() -> list[str]:
        return [each.rule for each in check_content(read_content(docs)) if each.path.name == file.name]

    assert problems() == ["link-file"]
    (docs / "assets").mkdir(exist_ok=True)
    (docs / "assets" / file.with_suffix(".jpg").name).write_bytes(uploads.JPEG)
    assert problems() == []


def test_every_picture_is_small_and_in_a_guide_with_words() -> None:
    used = {
        path for name in NAMES for guide in guides(name) for path in re.findall(r"!\[[^\]]{20,}\]\((pic\S+)\)", guide)
    }
    files = {f"pictures/{file.name}": file.stat().st_size for file in (GUIDES / "pictures").iterdir()}
    assert used == files.keys()
    assert max(files.values()) < 60_000
