"""The feeds: valid, whole, the same wherever the site stands, and never about what readers cannot read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.addresses import Address, page_url
from portal.content.permalinks.baseline import Baseline
from portal.content.permalinks.lock import LockEntry
from portal.content.permalinks.redirects_file import Redirect, Redirects
from portal.content.permalinks.resolver import Permalinks
from portal.languages import LANGUAGES
from portal.publication.discovery.atom import Entry, Feed, Link, feed_xml
from portal.publication.discovery.entry_ids import first_path
from portal.rendering.site_feeds import FEEDS, feed_url
from publication.feed_reading import ALL, faults, read_feed
from publication.moved_project import NEWS as KYRGYZ_ONLY
from publication.moved_project import NEWS_MOVED
from publication.photograph_project import NEWS as PHOTOGRAPHS

ROOT = "https://example.org/"
ITEM = "news/2020-03-12-strategy-discussion"
DAY = date(2020, 3, 12)


def ids(site: Path, name: str, language: str) -> list[str]:
    return [entry.id for entry in read_feed(site, name, language).entries]


@pytest.mark.parametrize(("name", "language"), ALL)
def test_a_feed_opens_in_a_reader_with_its_title_language_and_links(built: Path, name: str, language: str) -> None:
    feed = read_feed(built, name, language).feed
    assert feed.language == language and feed.title.startswith(
        {"ky": ("Жаңы", "Стра"), "ru": ("Нов", "Изм"), "en": ("News", "Changes")}[language]
    )
    links = {(link.rel, link.type, link.get("hreflang")): link.href for link in feed.links}
    assert links["self", "application/atom+xml", None] == ROOT + feed_url(name, language)
    assert feed.link == ROOT + page_url({"news": "news", "changes": "strategy"}[name], language)
    for other in set(LANGUAGES) - {language}:
        assert links["alternate", "application/atom+xml", other] == ROOT + feed_url(name, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_has_its_title_day_languages_and_whole_text(built: Path, language: str) -> None:
    entry = next(entry for entry in read_feed(built, "news", language).entries if entry.id.endswith(ITEM))
    page = LexborHTMLParser((built / page_url(ITEM, language) / "index.html").read_text(encoding="utf-8"))
    assert entry.title == page.css_first("h1").text().replace("\u00a0", " ")
    assert entry.published == entry.updated == "2020-03-12T00:00:00+06:00"
    first, *_, last = (link for link in entry.links if link.rel == "alternate")
    assert entry.link == first.href == last.href == ROOT + page_url(ITEM, language)
    assert {link.hreflang: link.href for link in entry.links if "hreflang" in link} == {
        code: ROOT + page_url(ITEM, code) for code in LANGUAGES
    }
    text = LexborHTMLParser(entry.content[0].value).body.text()
    paragraphs = [node.text() for node in page.css(".document-body p")]
    assert len(paragraphs) > 8 and all(paragraph in text for paragraph in paragraphs)


@pytest.mark.parametrize(("name", "language"), ALL)
def test_every_link_in_an_entry_is_whole_and_leads_somewhere(built: Path, name: str, language: str) -> None:
    entries = read_feed(built, name, language).entries
    content = "".join(entry.content[0].value for entry in entries)
    targets = [node.attributes["href"] for node in LexborHTMLParser(content).css("a[href]")]
    targets += [link.href for entry in entries for link in entry.links]
    assert targets
    for target in targets:
        assert target.startswith("https://"), target
        if target.startswith(ROOT):
            assert (built / unquote(urlsplit(target).path).lstrip("/") / "index.html").exists(), target


def test_nothing_of_the_page_but_its_text_is_in_an_entry(built: Path) -> None:
    content = "".join(entry.content[0].value for entry in read_feed(built, "changes", "ky").entries)
    assert "<h2>" in content
    tree = LexborHTMLParser(content)
    assert tree.css("script, style, details, button, [class], [id]") == []


def test_an_item_in_kyrgyz_alone_is_in_the_kyrgyz_feed_alone(built: Path) -> None:
    found = [language for language in LANGUAGES for name in ids(built, "news", language) if name.endswith(KYRGYZ_ONLY)]
    assert found == ["ky"]


def test_ids_are_the_same_wherever_the_site_stands(built: Path, built_below: Path) -> None:
    for name, language in ALL:
        here, there = read_feed(built, name, language), read_feed(built_below, name, language)
        assert [here.feed.id, *(entry.id for entry in here.entries)] == [
            there.feed.id,
            *(entry.id for entry in there.entries),
        ]
        assert all(entry.id.startswith("tag:") and "example.org" not in entry.id for entry in here.entries)
        assert all(entry.link.startswith("https://example.org/a/b/") for entry in there.entries)


def test_no_id_stands_twice_in_all_feeds(built: Path) -> None:
    found = [name for feed in ALL for name in ids(built, *feed)]
    assert len(found) == len(set(found)) > 10


@pytest.mark.parametrize(
    ("locked", "expected"),
    [
        ({"news/a": 1}, "news/a"),
        ({"news/a": 1, "news/b": 2}, "news/a"),
        ({"news/a": 1, "news/b": 2, "news/c": 3}, "news/a"),
        ({"news/a": 1, "news/c": 1}, "news/c"),
        ({}, "news/c"),
    ],
    ids=["moved", "moved twice", "all recorded", "merged into one as old", "never published"],
)
def test_a_page_that_moved_keeps_the_id_of_its_first_address(locked: dict[str, int], expected: str) -> None:
    lock = {Address(path): LockEntry(date(2026, 11, day), "А") for path, day in locked.items()}
    moved = {Address(path): Redirect(Address("news/c"), 1) for path in ("news/a", "news/b")}
    assert first_path(Permalinks({}, lock, Redirects(moved), Baseline()), "news/c") == expected


def test_an_entry_of_a_page_that_moved_leads_to_its_new_address(moved_site: Path) -> None:
    entries = read_feed(moved_site, "news", "ky").entries
    entry = next(each for each in entries if each.id.endswith(f":ky/{KYRGYZ_ONLY}"))
    assert (entry.link, entry.published[:10]) == (f"{ROOT}{NEWS_MOVED}/", "2020-04-02")


def test_a_chapter_that_was_withdrawn_says_so_in_the_feed(moved_site: Path) -> None:
    entries = read_feed(moved_site, "changes", "ru").entries
    entry = next(each for each in entries if each.id.endswith("ru/strategy/adoption"))
    assert (entry.title, entry.updated) == ("Страница снята", "2026-11-20T00:00:00+06:00")
    assert "Снята для пробы." in entry.content[0].value


def test_photographs_come_with_their_entry(rich_site: Path) -> None:
    for language in LANGUAGES:
        feed = (rich_site / feed_url("news", language)).read_bytes()
        entry = next(each for each in read_feed(rich_site, "news", language).entries if PHOTOGRAPHS in each.id)
        assert "<aside" not in entry.content[0].value
        enclosed = {link.href.removeprefix(f"{ROOT}assets/"): link for link in entry.enclosures}
        types = {name: link.type for name, link in enclosed.items()}
        assert (types["turned.jpg"], types["phone.heic.jpg"]) == ("image/jpeg", "image/jpeg")
        assert (types["clear.png"], types["new.avif"]) == ("image/png", "image/avif")
        for name, link in enclosed.items():
            assert int(link.length) == (rich_site / "assets" / name).stat().st_size
        assert f"{ROOT}assets/turned.jpg.400.webp 400w" in feed.decode()


def test_every_page_names_the_feeds_of_its_language(built: Path) -> None:
    for file in built.rglob("*.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        found = [node.attributes["href"] for node in tree.css('link[rel=alternate][type="application/atom+xml"]')]
        language = tree.root.attributes["lang"]
        here = ROOT + file.relative_to(built).as_posix()
        assert [urljoin(here, href) for href in found] == [ROOT + feed_url(name, language) for name in FEEDS], file
    for language in LANGUAGES:
        tree = LexborHTMLParser((built / page_url("news", language) / "index.html").read_text(encoding="utf-8"))
        assert len(tree.css('article a[type="application/atom+xml"]')) == 1


def test_a_feed_may_have_no_entries_a_title_of_300_letters_and_signs_that_xml_forbids() -> None:
    entry = Entry("tag:a,2026:a", "ө" * 300, DAY, DAY, "<p>а\x0b\ufffe&amp;</p>", (Link("https://example.org/"),))
    for entries in ((), (entry,)):
        data = feed_xml(Feed("tag:a,2026:b", "ky", "Б", "В", DAY, (), entries))
        assert faults(data) == []
    (read,) = feedparser.parse(data).entries
    assert (read.title, read.content[0].value) == ("ө" * 300, "<p>а&amp;</p>")


@pytest.mark.parametrize(
    ("right", "wrong"), [("<updated>", "<updated>on "), ("<id>tag:a,2026:b</id>", ""), ("<author>", "<author><x />")]
)
def test_a_feed_against_the_grammar_is_told(right: str, wrong: str) -> None:
    data = feed_xml(Feed("tag:a,2026:b", "ky", "Б", "В", DAY, ())).decode()
    assert right in data
    assert faults(data.replace(right, wrong).encode()) != []
