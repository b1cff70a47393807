"""The interface speaks each language whole, and Kyrgyz pages hear no other."""

import re
from pathlib import Path
from string import Template

import material
import pytest

from portal.languages import LANGUAGES
from portal.wording.catalogue import catalogue, word

ROOT = Path(__file__).parents[1]
THEME = Path(material.__file__).parent / "templates" / "partials" / "languages"
KEY = re.compile(r'^  "([^"]+)": (".*")', re.MULTILINE)


def theme_words(path: Path) -> dict[str, str]:
    return dict(KEY.findall(path.read_text(encoding="utf-8")))


def test_kyrgyz_has_every_word_of_the_theme() -> None:
    kyrgyz, english = theme_words(ROOT / "overrides/partials/languages/ky.html"), theme_words(THEME / "en.html")
    assert len(english) > 50
    assert kyrgyz.keys() == english.keys()


def test_no_kyrgyz_word_of_the_theme_was_left_in_english() -> None:
    kyrgyz, english = theme_words(ROOT / "overrides/partials/languages/ky.html"), theme_words(THEME / "en.html")
    left = {key for key in english if kyrgyz[key] == english[key] and not key.startswith(("search.config", "direction"))}
    assert left == set()


@pytest.mark.parametrize("key", catalogue())
def test_a_word_stands_in_three_languages_with_the_same_names_to_fill_in(key: str) -> None:
    words = catalogue()[key]
    assert tuple(words) == LANGUAGES
    assert all(words.values())
    assert len({frozenset(Template(text).get_identifiers()) for text in words.values()}) == 1


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    places = [*ROOT.glob("overrides/**/*.html"), *ROOT.glob("scripts/**/*.py")]
    text = "\n".join(place.read_text(encoding="utf-8") for place in places)
    unused = {key for key in catalogue() if f'"{key}"' not in text and f"'{key}'" not in text}
    used = set(re.findall(r"\b(?:word|say)\([\"'](\w+)[\"']", text)) - {"status_"}
    assert unused <= {"strategy", "priorities", "news", "about", "status_draft"}
    assert used <= catalogue().keys()


def test_a_name_that_is_not_given_is_refused() -> None:
    with pytest.raises(KeyError):
        word("chapter", "ky")
