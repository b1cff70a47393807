"""The registry of links: whole, after its schema, readable by Excel, and the same as what the pages are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.permalinks import lock
from portal.content.permalinks.lock import read_lock
from portal.languages import LANGUAGES
from portal.publication.discovery import link_list
from portal.wording.phrases import phrase
from publication.moved_project import NEW

ROOT = "https://example.org/"


@pytest.fixture
def built(moved_site: Path) -> Path:
    """The site after addresses of every kind have moved and ended."""
    return moved_site


def loaded(built: Path, name: str) -> Any:
    return json.loads((built / name).read_text(encoding="utf-8"))


def places(links: Any) -> dict[str, Any]:
    """Pages and sections by address."""
    return {place["address"]: place for page in links["pages"] for place in (page, *page["sections"])}


def test_it_keeps_to_its_schema(built: Path) -> None:
    schema = loaded(built, "links.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    links = loaded(built, "links.json")
    jsonschema.Draft202012Validator(schema).validate(links)
    assert links["$schema"] == schema["$id"] == f"{ROOT}links.schema.json"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda place: place.pop("go"),
        lambda place: place.update(status="lost"),
        lambda place: place.update(to="strategy/"),
        lambda place: place.update(since="22.11.2026"),
        lambda place: place["languages"].pop("ru"),
        lambda place: place["languages"]["ru"].pop("title"),
        lambda place: place.update(address="Strategy"),
    ],
)
def test_the_schema_refuses_what_it_does_not_promise(built: Path, spoil: Callable[[Any], object]) -> None:
    links = loaded(built, "links.json")
    spoil(next(page for page in links["pages"] if page["address"] == "strategy/"))
    assert not jsonschema.Draft202012Validator(loaded(built, "links.schema.json")).is_valid(links)


def test_every_locked_address_is_in_it_with_its_day(built: Path) -> None:
    found = places(loaded(built, "links.json"))
    locked = read_lock((built.parents[1] / lock.FILE).read_text(encoding="utf-8"))[0]
    assert len(locked) > 90
    for address, entry in locked.items():
        assert found[str(address)]["since"] == entry.since.isoformat()


def test_an_address_says_whether_it_lives_moved_or_ended(built: Path) -> None:
    found = places(loaded(built, "links.json"))
    assert found[f"{NEW}/#status"]["status"] == "live" and found[f"{NEW}/#status"]["since"] is None
    assert (found["strategy/role/#status"]["status"], found["strategy/role/#status"]["to"]) == (
        "moved",
        f"{NEW}/#status",
    )
    ended = found["about/privacy/"]
    assert (ended["status"], ended["gone"], ended["to"]) == ("gone", "2026-11-20", "about/")
    english = found[f"{NEW}/#union"]["languages"]["en"]
    assert (english["translated"], english["title"]) == (False, "Биздин өлкөдө — ЖӨБ Союзу")
    assert english["url"] == f"{ROOT}en/{NEW}/#union"


def test_every_url_of_it_is_a_built_page(built: Path) -> None:
    for place in places(loaded(built, "links.json")).values():
        for url in (place["go"], *(place["languages"][code]["url"] for code in LANGUAGES)):
            page, _, name = url.removeprefix(ROOT).partition("#")
            html = (built / page / "index.html").read_text(encoding="utf-8")
            assert not name or f'id="{name}"' in html, url


def test_the_table_has_the_same_places_and_opens_in_excel(built: Path) -> None:
    data = (built / "links.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    found = places(loaded(built, "links.json"))
    assert [row["address"] for row in rows] == list(found)
    row = next(row for row in rows if row["address"] == f"{NEW}/#status")
    assert (row["page"], row["id"], row["status"]) == (f"{NEW}/", "status", "live")
    assert (row["title_ru"], row["url_en"]) == ("Статус в законах", f"{ROOT}en/{NEW}/#status")


def test_a_title_is_never_taken_for_a_formula() -> None:
    languages = {code: {"url": "u", "title": '=1+1; "x"', "date": None} for code in LANGUAGES}
    page = {"address": "a/", "status": "live", "languages": languages, "sections": []}
    row = list(csv.reader(io.StringIO(link_list.table([page])), delimiter=";"))[1]
    assert row.count('\'=1+1; "x"') == 3


def test_the_page_of_what_is_not_found_can_look_addresses_up(built: Path) -> None:
    known = loaded(built, "assets/addresses/ru/pages.json")
    assert known["pages"][NEW][0] == "Роль муниципальных ассоциаций и Союза МСУ" and "status" in known["pages"][NEW]
    assert known["pages"]["strategy/role"] == known["pages"][NEW]
    assert known["pages"]["about/privacy"][0] == ""


def test_the_addresses_of_news_stand_apart_by_month(built: Path) -> None:
    known = loaded(built, "assets/addresses/en/pages.json")
    assert [path for path in known["pages"] if path.startswith("news/")] == ["news/2020"]
    months = {file.stem for file in (built / "assets/addresses/en").iterdir()} - {"pages"}
    assert months == set(known["months"]) and "2020-03" in months
    assert all(path.startswith("news/2020-03-") for path in loaded(built, "assets/addresses/en/2020-03.json"))


def test_the_page_of_all_links_lists_what_lives_and_what_moved(built: Path) -> None:
    for prefix in ("", "ru/", "en/"):
        tree = LexborHTMLParser((built / prefix / "about/links/index.html").read_text(encoding="utf-8"))
        live = {row.css_first("td a").text(): row.css_first("td a").attributes["href"] for row in rows_of(tree)}
        up = "../../../" if prefix else "../../"
        assert live[f"/go/{NEW}/#status"] == f"{up}go/{NEW}/#status"
        former = [item.css_first("a").text() for item in tree.css("[aria-labelledby=_former] li")]
        assert {"/strategy/role/", "/about/privacy/"} <= set(former)


def rows_of(tree: LexborHTMLParser) -> list[LexborNode]:
    return tree.css(".permalink-table tbody tr")


def test_each_address_can_be_copied_and_its_day_is_told_once(built: Path) -> None:
    tree = LexborHTMLParser((built / "en/about/links/index.html").read_text(encoding="utf-8"))
    rows = rows_of(tree)
    assert [len(row.css("td > a + .copy-button + output")) for row in rows] == [1] * len(rows)
    usual = "22 November 2026".replace(" ", "\N{NO-BREAK SPACE}")
    assert tree.text().count(usual) == 1
    beside = {row.css_first("td a").text(): row.css_first("small").text() for row in rows if row.css("small")}
    assert beside[f"/go/{NEW}/"] == phrase("links_unrecorded", "en")
    assert not [words for words in beside.values() if "22 November" in words]


@pytest.mark.parametrize(
    ("prefix", "name", "words", "language"),
    [
        ("", "1-абзац", "2020-жылдын 9-мартында Кыргыз Республикасынын Жергиликтүү өз…", None),
        ("en/", "paragraph 1", "On 9 March 2020 a discussion…", None),
    ],
)
def test_a_paragraph_is_named_by_its_first_words(
    built: Path, prefix: str, name: str, words: str, language: str | None
) -> None:
    tree = LexborHTMLParser((built / prefix / "about/links/index.html").read_text(encoding="utf-8"))
    row = next(row for row in rows_of(tree) if row.css_first("td a").text().endswith("-discussion/#discussion"))
    assert row.css_first("th a").text() == name
    assert (row.css_first("th span").text(), row.css_first("th span").attributes.get("lang")) == (words, language)
