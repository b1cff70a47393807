"""Pages are light: what a first view costs, counted and not timed."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser.first_view import KB, SHIFTS, FirstView, first_view
from browser.page_kinds import KINDS, LANGUAGE_PREFIXES, OpenPage
from portal.publication.inline_code import SCRIPTS

LIGHTEST = ("home", "chapter", "news", "news item")


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_is_light(open_page: OpenPage, site: str, kind: str) -> None:
    for width, languages in ((390, LANGUAGE_PREFIXES if kind in LIGHTEST else [""]), (1280, ["ru/"])):
        page = open_page(width)
        for language in languages:
            view = first_view(page, site + language + KINDS[kind])
            assert view.faults() == [], (width, language)
            if kind in LIGHTEST:
                assert sum(view.sizes.values()) <= 15 * KB, (width, language)


@pytest.mark.parametrize(
    ("view", "fault"),
    [
        (FirstView({"a": 41 * KB}, {"a": "image"}, 0, 0), "41000 bytes beside the text"),
        (FirstView({str(n): 1 for n in range(8)}, {str(n): "image" for n in range(8)}, 0, 0), "8 requests"),
        (FirstView({}, {}, 0, 0), "0 requests"),
        (FirstView({"a": 1}, {"a": "script"}, 0, 0), "a script"),
        (FirstView({"a": 29 * KB}, {"a": "font"}, 0, 0), "29000 bytes before the first paint"),
        (FirstView({"a": 1}, {"a": "image"}, 0, 0.1), "the layout shifts by 0.1"),
    ],
)
def test_a_view_that_is_not_light_is_told(view: FirstView, fault: str) -> None:
    assert view.faults() == [fault]


def test_a_shift_of_the_layout_is_noticed(open_page: OpenPage, site: str) -> None:
    page = open_page(1280, bypass_csp=True)
    page.goto(f"{site}strategy/role/")
    assert page.evaluate(SHIFTS) == 0
    page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<p style=\"height: 300px\">сөз</p>')")
    assert page.evaluate(SHIFTS) > 0


def test_little_is_written_into_the_pages_as_script(built: Path) -> None:
    for language in LANGUAGE_PREFIXES:
        for kind, path in KINDS.items():
            file = built / "404.html" if kind == "not found" else built / language / path / "index.html"
            tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
            inline = sum(len(script.text().encode()) for script in tree.css(SCRIPTS))
            handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
            assert 0 < inline <= (4 if kind in ("search", "not found", "all links") else 3.1) * KB, file
            assert handlers == [], file
