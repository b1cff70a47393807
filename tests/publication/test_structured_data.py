"""Search engines get facts in the words of schema.org: whole, true to the page, and of addresses that are there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.addresses import page_url
from portal.content.compilation import read_content
from portal.languages import LANGUAGES
from portal.rendering.structured_data import as_json
from projects import EDITION

SITE = "https://example.org/"
EDITION_READ = read_content(EDITION / "docs")
NEWS = "news/2020-03-12-strategy-discussion"
ORGANIZATION = {"@type", "name", "url"}
SHAPES = {
    "Organization": ({*ORGANIZATION}, {"alternateName", "logo"}),
    "WebSite": ({"@type", "name", "url", "inLanguage", "publisher"}, set()),
    "BreadcrumbList": ({"@type", "itemListElement"}, set()),
    "ListItem": ({"@type", "position", "name", "item"}, set()),
    "NewsArticle": (
        {"@type", "@id", "url", "headline", "description", "inLanguage", "image", "datePublished", "dateModified"}
        | {"publisher"},
        {"translationOfWork", "workTranslation"},
    ),
    "Report": ({"@type", "@id", "name"}, {"url", "description", "inLanguage", "creativeWorkStatus", "hasPart"}),
    "Chapter": ({"@type", "@id", "name", "position"}, {"isPartOf"}),
}
"""What a thing of each type has, and what it may have."""
ADDRESSES = ("@id", "url", "item", "image", "logo")
TYPES = {
    "": ["Organization", "WebSite"],
    "strategy": ["BreadcrumbList", "Report"],
    "strategy/role": ["BreadcrumbList", "Chapter"],
    "priorities/capacity": ["BreadcrumbList"],
    "news": ["BreadcrumbList"],
    NEWS: ["BreadcrumbList", "NewsArticle"],
    "terms": ["BreadcrumbList"],
}


def blocks(site: Path, path: str, language: str) -> list[str]:
    tree = LexborHTMLParser((site / page_url(path, language) / "index.html").read_text(encoding="utf-8"))
    return [node.text() for node in tree.css('script[type="application/ld+json"]')]


def graph(site: Path, path: str, language: str) -> list[dict[str, Any]]:
    (block,) = blocks(site, path, language)
    facts = json.loads(block)
    assert facts["@context"] == "https://schema.org" and facts.keys() == {"@context", "@graph"}
    found: list[dict[str, Any]] = facts["@graph"]
    return found


def only(site: Path, path: str, language: str, kind: str) -> dict[str, Any]:
    (thing,) = [thing for thing in graph(site, path, language) if thing["@type"] == kind]
    return thing


def things(value: object) -> Iterator[dict[str, Any]]:
    """Every thing within a value, itself included."""
    if isinstance(value, list):
        for each in value:
            yield from things(each)
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from things(each)


def faults(thing: dict[str, Any]) -> Iterator[str]:
    """What a thing lacks or has too much; a bare "@id" refers to another."""
    if thing.keys() == {"@id"}:
        return
    needed, allowed = SHAPES[thing["@type"]]
    yield from (f"{thing['@type']} lacks {name}" for name in needed - thing.keys())
    yield from (f"{thing['@type']} has {name}" for name in thing.keys() - needed - allowed)
    yield from (f"{name} is empty" for name, value in thing.items() if not value)


def test_each_page_has_the_things_of_its_kind_and_they_are_whole(built: Path) -> None:
    for language, path in EDITION_READ.pages:
        found = graph(built, path, language)
        assert [fault for thing in things(found) for fault in faults(thing)] == [], (path, language)
        if path in TYPES:
            assert [thing["@type"] for thing in found] == TYPES[path]


def test_a_thing_that_is_not_whole_is_told() -> None:
    assert list(faults({"@type": "Organization", "name": "", "url": "x", "email": "y"})) == [
        "Organization has email",
        "name is empty",
    ]
    assert list(faults({"@type": "WebSite", "name": "x", "url": "x", "inLanguage": "ky"})) == [
        "WebSite lacks publisher"
    ]


@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
def test_every_address_is_absolute_and_there_wherever_the_site_stands(
    request: pytest.FixtureRequest, prefix: str
) -> None:
    folder = request.getfixturevalue("built" if prefix == "/" else "built_below")
    root = f"https://example.org{prefix}"
    for language, path in EDITION_READ.pages:
        for thing in things(graph(folder, path, language)):
            for address in [thing[name] for name in ADDRESSES if name in thing]:
                assert address.startswith(root)
                file = folder / address.removeprefix(root)
                assert (file / "index.html" if address.endswith("/") else file).is_file(), address


def test_the_union_is_known_by_its_names_in_all_languages(built: Path) -> None:
    names = []
    for language in LANGUAGES:
        union = only(built, "", language, "Organization")
        names.append({union["name"], *union["alternateName"]})
        assert only(built, "", language, "WebSite")["publisher"]["name"] == union["name"]
    assert len(names[0]) == 6 and names[0] == names[1] == names[2]


def test_breadcrumbs_lead_from_home_to_the_page(built: Path) -> None:
    items = only(built, "strategy/role", "ru", "BreadcrumbList")["itemListElement"]
    assert [(item["position"], item["item"]) for item in items] == [
        (1, f"{SITE}ru/"),
        (2, f"{SITE}ru/strategy/"),
        (3, f"{SITE}ru/strategy/role/"),
    ]
    assert items[-1]["name"] == EDITION_READ.pages["ru", "strategy/role"].title


def test_a_news_item_and_its_translations_know_each_other(built: Path) -> None:
    original = only(built, NEWS, "ky", "NewsArticle")
    translations = [only(built, NEWS, language, "NewsArticle") for language in ("ru", "en")]
    assert original["workTranslation"] == [{"@id": item["@id"]} for item in translations]
    assert all(item["translationOfWork"] == {"@id": original["@id"]} for item in translations)
    assert [item["inLanguage"] for item in (original, *translations)] == list(LANGUAGES)
    assert len({item["headline"] for item in (original, *translations)}) == 3
    assert {item["datePublished"] for item in (original, *translations)} == {"2020-03-12"}
    assert "workTranslation" not in only(built, "news/2020-04-01-kyrgyz-only", "ky", "NewsArticle")


def test_the_strategy_is_a_report_of_its_chapters_in_order(built: Path) -> None:
    for language in LANGUAGES:
        report = only(built, "strategy", language, "Report")
        chapters = report["hasPart"]
        assert [part["position"] for part in chapters] == list(range(1, len(chapters) + 1)) and len(chapters) > 1
        chapter = only(built, "strategy/role", language, "Chapter")
        assert chapter.pop("isPartOf") == {name: report[name] for name in ("@type", "@id", "name")}
        assert chapter in chapters


def test_a_page_without_a_translation_and_one_that_leads_elsewhere_have_none(built: Path) -> None:
    assert blocks(built, "strategy/review", "en") == []
    assert blocks(built, "go/strategy/role", "ky") == []


def test_signs_that_mean_something_to_a_browser_are_written_as_codes() -> None:
    facts = {"name": "Жөбү </script><!-- & ' \u2028\u2029"}
    written = as_json(facts)
    assert json.loads(written) == facts and "Жөбү" in written
    assert not set("<>&'\u2028\u2029") & set(written)


def test_no_sign_of_a_title_ends_the_element(hostile_site: Path) -> None:
    titles = []
    for file in sorted(hostile_site.glob("news/*-fact/index.html")):
        path = file.parent.relative_to(hostile_site).as_posix()
        (block,) = blocks(hostile_site, path, "ky")
        assert not set("<>&'") & set(block)
        headline = only(hostile_site, path, "ky", "NewsArticle")["headline"]
        titles.append(headline)
    assert any("<" in title for title in titles) or any('"' in title for title in titles)
