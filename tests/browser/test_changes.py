"""The comparison of two texts in a browser: open to everyone, on phones, on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.page_kinds import OpenPage
from browser.test_accessibility import findings
from browser.test_layout import TOO_WIDE
from hosting import hosted
from portal.content.changes import changes_url
from publication.changes_project import CHANGED, FALLBACK


@pytest.fixture(scope="module")
def host(rich_site: Path) -> Iterator[str]:
    with hosted(rich_site) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_it_is_open_to_everyone_and_fits(open_page: OpenPage, host: str, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    for url in (changes_url(CHANGED, "ru"), changes_url(FALLBACK, "en")):
        page.goto(host + url)
        assert findings(page) == []
        assert page.evaluate(TOO_WIDE) == []


def test_lines_tell_insertions_from_deletions_without_colours(open_page: OpenPage, host: str) -> None:
    page = open_page(390, forced_colors="active")
    page.goto(host + changes_url(CHANGED, "ru"))
    lines = "nodes => nodes.map(node => getComputedStyle(node).textDecorationLine)"
    assert set(page.locator(".comparison ins").evaluate_all(lines)) == {"underline"}
    assert set(page.locator(".comparison del").evaluate_all(lines)) == {"line-through"}
