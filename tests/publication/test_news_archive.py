"""The archive of news: a page per year and subject, and nothing else that grows with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench.bench_archive import LIMIT, growth
from bench.large_archive import add_news
from portal.addresses import page_url
from portal.content.parallel import parallel_url
from portal.languages import LANGUAGES
from portal.publication.discovery.feeds import MOST
from projects import SharedFolder, build, commit, edition_project
from publication.feed_reading import read_feed

ITEMS, APART = 32, 45
YEARS = [2020, 2019, 2003, 2002, 2001, 2000]
"""Those of the edition, of an item that is gone, and of 32 items from 2000 on, each 45 days after the last."""
GONE = "news/2019-05-05-gone"
TITLES = {"ky": "2001-жылдын жаңылыктары", "ru": "Новости 2001 года", "en": "News of 2001"}


@pytest.fixture(scope="module")
def archive(shared_folder: SharedFolder) -> Path:
    def make(folder: Path) -> None:
        project = edition_project(folder)
        docs = project / "docs"
        add_news(docs, ITEMS, APART)
        for number in (0, 1):
            file = next((docs / "ky/news").glob(f"*-item-{number}.md"))
            text = file.read_text(encoding="utf-8").replace("\nsource:", "\nsubjects: [strategy]\nsource:", 1)
            file.write_text(text, encoding="utf-8")
        forget_an_item(project)
        commit(project)
        build(project)

    return shared_folder("archive", make) / "build/site"


def forget_an_item(project: Path) -> None:
    """An item of another year, the only one of it, that was published and is gone."""
    with (project / "records/addresses.txt").open("a", encoding="utf-8") as lock:
        lock.write(f"{GONE}/ 2026-11-22 Сыноо\n")
    moved = project / "records/moved.yml"
    text = moved.read_text(encoding="utf-8")
    assert "\ngone:\n" in text
    gone = f"  {GONE}/:\n    since: 2026-11-22\n    why: {{ky: Сыноо.}}\n    see: news/\n"
    moved.write_text(text.replace("\ngone:\n", f"\ngone:\n{gone}", 1), encoding="utf-8")


def tree(site: Path, path: str, language: str = "ky") -> LexborHTMLParser:
    return LexborHTMLParser((site / page_url(path, language) / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_lists_its_news_and_leads_to_the_years_beside_it(archive: Path, language: str) -> None:
    page = tree(archive, "news/2001", language)
    assert page.css_first("h1").text().replace("\u00a0", " ") == TITLES[language]
    assert page.css_first("title").text().startswith(TITLES[language])
    days = [node.attributes["datetime"] for node in page.css(".news-list time")]
    assert len(days) == 8 and days == sorted(days, reverse=True) and {day[:4] for day in days} == {"2001"}
    ways = {node.attributes["rel"]: node.attributes["href"] for node in page.css(".previous-next a")}
    assert {rel: href.split("/")[-2] for rel, href in ways.items()} == {"prev": "2000", "next": "2002"}
    assert {rel: page.css_first(f"head link[rel={rel}]").attributes["href"] for rel in ways} == ways
    assert page.css_first(".eyebrow a").attributes["href"].endswith("news/")
    assert not (archive / parallel_url("news/2001", language)).exists()


def test_the_first_and_the_last_year_lead_one_way(archive: Path) -> None:
    for year, rel in ((2000, "next"), (2020, "prev")):
        assert [node.attributes["rel"] for node in tree(archive, f"news/{year}").css(".previous-next a")] == [rel]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_shows_the_newest_year_and_leads_to_the_others(archive: Path, language: str) -> None:
    page = tree(archive, "news", language)
    assert {node.attributes["datetime"][:4] for node in page.css(".news-list time")} == {"2020"}
    assert [node.text() for node in page.css(".news-years a")] == [str(year) for year in YEARS[1:]]


def test_a_subject_lists_its_news_and_stands_on_them(archive: Path) -> None:
    page = tree(archive, "news/strategy", "ru")
    assert page.css_first("h1").text() == "Новости: Стратегия"
    assert [node.attributes["datetime"] for node in page.css(".news-list time")] == ["2000-02-15", "2000-01-01"]
    assert not (archive / "news/partners").exists()
    item = tree(archive, "news/2000-01-01-item-0", "en")
    assert item.css_first(".news-date a").text() == "Strategy"
    assert [node.text() for node in tree(archive, "news").css("[aria-labelledby=_subjects] a")] == ["Стратегия"]


def test_nothing_but_the_archive_grows_with_it(archive: Path, built: Path) -> None:
    heavier = {url: sizes for url, sizes in growth(built, archive).items() if sizes[1] > sizes[0] * LIMIT}
    assert heavier == {}
    for language in LANGUAGES:
        assert len(read_feed(archive, "news", language).entries) == MOST


def test_a_year_that_was_published_stays_when_its_last_item_goes(archive: Path) -> None:
    page = tree(archive, "news/2019", "en")
    assert page.css(".news-list") == [] and "no news" in page.css_first(".document-body").text()
