"""The page of terms says of each where it occurs, in a folded list that does not grow with the archive."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.languages import LANGUAGES
from portal.rendering.article.term_places import MOST
from portal.wording.phrases import phrase

COUNT = 10
"""The sections of the edition that have the term below."""


def places(built: Path, language: str) -> LexborNode:
    """The list of a term, which stands within its entry."""
    prefix = "" if language == "ky" else f"{language}/"
    tree = LexborHTMLParser((built / prefix / "terms/index.html").read_text(encoding="utf-8"))
    node = tree.css_first("#lsg").parent.next
    while node.tag != "details":
        assert "section-heading" not in (node.attributes.get("class") or "")
        node = node.next
    return node


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_lists_the_first_places_and_counts_all(built: Path, language: str) -> None:
    found = places(built, language)
    assert "open" not in found.attributes and "data-search-skip" in found.attributes
    assert found.css_first("summary").text() == phrase("term_places", language, count=COUNT)
    assert len(found.css("li")) == MOST < COUNT
    more = found.css_first("p")
    assert phrase("term_more", language, count=COUNT - MOST) in more.text()
    assert "/search/?q=" in more.css_first("a").attributes["href"]


def test_a_place_is_linked_in_each_language_that_has_the_term_there(built: Path) -> None:
    for language in LANGUAGES:
        links = {link.attributes["hreflang"]: link for link in places(built, language).css_first("li").css("a")}
        assert set(links) == {"ky", "en"}, "the Russian section does not name it"
        assert links["ky"].attributes["href"].endswith("/strategy/role/#mechanism")
        assert [code for code, link in links.items() if "lang" not in link.attributes] == [language] * (
            language != "ru"
        )
