"""A news item leads on: to the pages based on it, and to its neighbours."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.languages import LANGUAGES
from portal.wording.phrases import phrase

OLDER, NEWER = "news/2020-03-12-strategy-discussion", "news/2020-04-01-kyrgyz-only"


def tree(built: Path, language: str, path: str) -> LexborHTMLParser:
    folder = "" if language == "ky" else language
    return LexborHTMLParser((built / folder / path / "index.html").read_text(encoding="utf-8"))


def hrefs(node: LexborHTMLParser | LexborNode, selector: str) -> list[str | None]:
    return [link.attributes["href"] for link in node.css(f"{selector} a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_to_the_pages_based_on_it(built: Path, language: str) -> None:
    section = tree(built, language, OLDER).css_first(".dependents")
    assert section.css_first("h2").text() == phrase("dependents", language)
    named = ("", "role/", "review/", "situation/")
    priorities = ("", "capacity/", "association/")
    assert hrefs(section, "li") == [
        *(f"../../strategy/{page}" for page in named),
        *(f"../../priorities/{page}" for page in priorities),
    ]


def test_one_on_which_nothing_rests_has_no_such_list(built: Path) -> None:
    assert tree(built, "ky", NEWER).css(".dependents") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_to_the_older_and_the_newer_item(built: Path, language: str) -> None:
    for path, key, rel, other in ((OLDER, "newer_news", "next", NEWER), (NEWER, "older_news", "prev", OLDER)):
        (link,) = tree(built, language, path).css(".previous-next a")
        assert (link.attributes["rel"], link.attributes["href"]) == (rel, f"../{other.removeprefix('news/')}/")
        assert link.css_first("small").text() == phrase(key, language)


def test_its_own_day_is_not_told_as_that_of_a_change(built: Path) -> None:
    for language in LANGUAGES:
        assert tree(built, language, OLDER).css(".page-foot time") == []
