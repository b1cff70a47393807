"""Where the repository is known: the links into it cost readers little, and know the day."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.first_view import first_view
from browser.page_kinds import OpenPage
from hosting import hosted
from portal.wording.phrases import phrase


@pytest.fixture(scope="module")
def address(built_with_repository: Path) -> Iterator[str]:
    with hosted(built_with_repository) as served:
        yield served


def test_the_day_of_a_news_item_is_filled_in_when_one_turns_to_the_link(open_page: OpenPage, address: str) -> None:
    page = open_page(390)
    page.goto(address)
    link = page.get_by_role("link", name=phrase("add_news", "ky"))
    link.focus()
    address_of_form = link.get_attribute("href") or ""
    days = re.findall(r"\d{4}-\d\d-\d\d", address_of_form)
    assert len(days) == 2 and "yyyy" not in address_of_form
    assert abs(datetime.date.fromisoformat(days[0]) - datetime.date.today()) <= datetime.timedelta(days=1)


@pytest.mark.parametrize("path", ["", "en/strategy/review/", "ru/status/", "about/contributing/"])
def test_the_links_cost_a_first_view_little(open_page: OpenPage, address: str, path: str) -> None:
    assert first_view(open_page(390), address + path).faults() == []
