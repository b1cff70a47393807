"""The interface speaks each language whole, and Kyrgyz pages hear no other."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Template

import material
import pytest

from portal.languages import LANGUAGES
from portal.publication.search.index import STRINGS
from portal.wording.phrases import phrase, phrases
from projects import ROOT

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
    left = {
        key for key in english if kyrgyz[key] == english[key] and not key.startswith(("search.config", "direction"))
    }
    assert left == set()


def test_words_stand_in_three_languages_with_the_same_names_to_fill_in() -> None:
    assert [fault for key, words in phrases().items() for fault in faults(key, words)] == []


def faults(key: str, words: dict[str, str]) -> Iterator[str]:
    """What is wrong with the texts of a word."""
    if tuple(words) != LANGUAGES or not all(words.values()):
        yield f"{key} lacks a language"
    if len({frozenset(Template(text).get_identifiers()) for text in words.values()}) != 1:
        yield f"{key} has other names in some language"


def test_a_word_that_lacks_a_language_or_a_name_is_told() -> None:
    good = {"ky": "$n а", "ru": "$n б", "en": "$n c"}
    assert list(faults("x", good)) == []
    assert list(faults("x", good | {"en": ""})) == ["x lacks a language", "x has other names in some language"]
    assert list(faults("x", good | {"en": "$m c"})) == ["x has other names in some language"]


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    places = [*ROOT.glob("overrides/**/*.html"), *ROOT.glob("scripts/**/*.py")]
    text = "\n".join(place.read_text(encoding="utf-8") for place in places)
    text += "".join(f'"search_{name}"' for name in STRINGS)
    statuses = {f"status_{more}{status}" for more in ("", "more_") for status in ("draft", "adopted")}
    unused = {key for key in phrases() if f'"{key}"' not in text and f"'{key}'" not in text}
    used = set(re.findall(r"\b(?:phrase|phrase_in|say|warn)\([\"'](\w+)[\"']", text)) - {
        "status_",
        "status_more_",
        "from_",
    }
    originals = {f"from_{language}" for language in LANGUAGES}
    assert unused <= {"strategy", "priorities", "news", "about", *statuses, *originals}
    assert used <= phrases().keys()


def test_a_name_that_is_not_given_is_refused() -> None:
    with pytest.raises(KeyError):
        phrase("chapter", "ky")
