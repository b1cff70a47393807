"""The gate reads the built HTML alone: what a template or a renderer loses is found as well."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from portal.content.problems import Problem, message
from portal.content.rules.permalink_retitled import similarity
from portal.languages import LANGUAGES
from portal.publication.built_page import read_page
from portal.publication.gates import permalinks
from publication import random_site

Spoil = Callable[[dict[str, str]], object]


def problems(spoil: Spoil) -> list[Problem]:
    """What the gate finds in a built model that was spoiled."""
    model = random_site.random_site(random.Random(1))
    record = random_site.record(model, model, {})
    site = random_site.built(model, record)
    spoil(site)
    return permalinks.check_published(record, [read_page(html, f"{url}index.html") for url, html in site.items()])


def test_a_whole_site_passes() -> None:
    assert problems(lambda site: None) == []


@pytest.mark.parametrize(
    ("spoil", "address", "url"),
    [
        (lambda site: site.pop("ru/strategy/role/"), "strategy/role/", "/ru/strategy/role/"),
        (
            lambda site: site.update({"en/strategy/": site["en/strategy/"].replace('id="part-b"', "")}),
            "strategy/#part-b",
            "/en/strategy/#part-b",
        ),
        (lambda site: site.update({"": site[""].replace('id="part-a"', 'id="part-x"')}), "/#part-a", "/#part-a"),
    ],
)
def test_an_address_lost_in_one_language_is_named_with_the_line_to_add(spoil: Spoil, address: str, url: str) -> None:
    found = [problem for problem in problems(spoil) if str(problem.values["address"]) == address]
    assert [problem.rule for problem in found] == ["lost-built"]
    for language in LANGUAGES:
        said = message(found[0], language)
        assert f"{address}" in said and url in said and f"{address}: " in said and "moved.yml" in said


def test_headings_that_change_places_in_the_html_alone_are_found() -> None:
    def swap(site: dict[str, str]) -> None:
        html = site["strategy/"]
        site["strategy/"] = (
            html.replace('"part-a"', '"part-x"').replace('"part-b"', '"part-a"').replace('"part-x"', '"part-b"')
        )

    assert {(problem.rule, str(problem.values["address"])) for problem in problems(swap)} == {
        ("title-swapped", "strategy/#part-a"),
        ("title-swapped", "strategy/#part-b"),
    }


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        ("Мыйзамдардагы статус", "МЫЙЗАМДАРДАГЫ СТАТУС!", True),
        ("Статус в законах", "Статус Союза в законах страны", True),
        ("A mechanism of interaction", "The mechanism of interaction", True),
        ("Статус в законах", "Бюджет", False),
        ("Эмне белгилүү", "Жалпы жыйын", False),
    ],
)
def test_titles_are_recognised_or_not(first: str, second: str, known: bool) -> None:
    assert (similarity(first, second) >= 0.4) is known
