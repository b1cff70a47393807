"""The adopted strategy arrives as .github/PUBLISHING.md says, Kyrgyz first: numbers, statuses, archive and old addresses."""

import json
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import page_url
from portal.content.permalinks import lock
from portal.content.permalinks.lock import read_lock
from portal.languages import LANGUAGES
from portal.publication.search.documents import documents_of
from portal.rendering.context import FEW
from portal.wording.phrases import phrase
from projects import EDITION, SharedFolder, build, edition_project
from publication import strategy_day
from publication.strategy_day import ARCHIVED, CHAPTERS, KEPT, SECTIONS

LOCKED = read_lock((EDITION / lock.FILE).read_text(encoding="utf-8"))[0]


@pytest.fixture(scope="module")
def site(shared_folder: SharedFolder) -> Path:
    """The site of the day, built strictly, the gates passed."""
    return shared_folder("strategy-day", lambda folder: build(strategy_day.arrive(edition_project(folder)))) / (
        "build/site"
    )


@cache
def html(site: Path, path: str, language: str) -> str:
    return (site / page_url(path, language) / "index.html").read_text(encoding="utf-8")


def page(site: Path, path: str, language: str = "ky") -> LexborHTMLParser:
    return LexborHTMLParser(html(site, path, language))


def text(tree: LexborHTMLParser | LexborNode, selector: str) -> str:
    """The words of the only element that the selector names."""
    found = tree.css(selector)
    assert len(found) == 1, (selector, len(found))
    return " ".join(found[0].text().split())


def links(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes["href"] or "" for node in tree.css(f"{selector} a")]


def test_the_chapters_are_numbered_in_order_and_the_archive_is_not(site: Path) -> None:
    names = [KEPT, *(f"sample-{number:02}" for number in range(1, CHAPTERS))]
    for language in LANGUAGES:
        overview = page(site, "strategy", language)
        assert links(overview, ".contents-list") == [f"{name}/" for name in names]
        assert [node.text() for node in overview.css(".contents-number")] == [str(n + 1) for n in range(CHAPTERS)]
        home = page(site, "", language)
        assert len(home.css(".contents-list li")) == FEW
        assert text(home, ".contents-list + p") == phrase("whole_contents", language)
    last = page(site, f"strategy/{names[-1]}")
    assert [node.text() for node in last.css("h2 .section-number")] == [f"{CHAPTERS}.{n + 1}" for n in range(SECTIONS)]
    assert links(last, ".previous-next") == [f"../{names[-2]}/"]


def test_many_chapters_are_a_list_of_titles_behind_a_count(site: Path) -> None:
    tree = page(site, "strategy/sample-02", "ru")
    assert text(tree, ".chapter-links summary") == f"{phrase('chapters', 'ru')}: 3 / {CHAPTERS}"
    assert text(tree, ".chapter-links [aria-current]") == "3 Сыноо бөлүмү 3"
    assert len(tree.css(".chapter-links a[lang=ky]")) == CHAPTERS - 1


def test_the_archive_has_a_heading_of_its_own_wherever_pages_are_listed(site: Path) -> None:
    for language in LANGUAGES:
        for path in ("strategy", "search", "about/links"):
            tree = page(site, path, language)
            assert text(tree, "[aria-labelledby=_archive] h2") == phrase("archive", language)
            listed = [link for link in links(tree, "[aria-labelledby=_archive]") if "?" not in link and "#" not in link]
            names = dict.fromkeys(link.rstrip("/").rpartition("/")[2] for link in listed)
            assert list(names) == list(ARCHIVED), (path, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ARCHIVED)
def test_an_archived_page_says_so_and_leads_to_the_current_text(site: Path, name: str, language: str) -> None:
    tree = page(site, f"strategy/{name}", language)
    notice = next(each for each in tree.css(".notice") if phrase("archive_notice", language) in each.text())
    assert notice.css_first("a").attributes["href"].endswith("../")
    tags = [node.text() for node in tree.css(".document-status .status-tag")]
    assert tags == [phrase("status_archived", language), phrase("status_draft", language)]
    assert "2020" in text(tree, ".document-status") and not tree.css(".document-status a")
    assert not tree.css(".chapter-number, .chapter-links, link[rel=prev], link[rel=next]")
    assert not tree.css(".section-number")
    assert links(tree, ".previous-next") == ["../"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ky",
            "Бекитилген 2026-жылдын 14-майы. Бекиткен орган: Сыноо жыйыны & > кеңеш. Стратегиянын бекитилиши жөнүндө",
        ),
        ("ru", "Утверждено 14 мая 2026 г. Утвердивший орган: Сыноо жыйыны & > кеңеш. Об утверждении стратегии"),
        ("en", "Adopted 14 May 2026, by Сыноо жыйыны & > кеңеш. About the adoption of the strategy"),
    ],
)
def test_an_adopted_chapter_says_when_and_by_whom(site: Path, language: str, words: str) -> None:
    tree = page(site, "strategy/sample-01", language)
    assert text(tree, ".document-status") == words
    assert links(tree, ".document-status") == ["../#status"]
    assert len(tree.css(".document-status [lang=ky]")) == (language != "ky")


def test_a_translation_keeps_its_status_until_it_follows_the_original(site: Path) -> None:
    assert "12 марта 2020 г." in text(page(site, f"strategy/{KEPT}", "ru"), ".document-status")
    assert text(page(site, "", "ky"), ".band .status-tag") == phrase("status_adopted", "ky")


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("ky", "Сыноо чечими (PDF, 1 КБ), № 7, 2026-жылдын 14-майы https://example.org/assets/decision.pdf"),
        ("ru", "Сыноо чечими (PDF, 1 КБ), № 7, 14 мая 2026 г. https://example.org/assets/decision.pdf"),
        ("en", "Сыноо чечими (PDF, 1 KB), No. 7, 14 May 2026 https://example.org/assets/decision.pdf"),
    ],
)
def test_documents_stand_among_the_sources_and_are_found_in_print_too(site: Path, language: str, first: str) -> None:
    tree = page(site, "strategy/sample-01", language)
    entries = [" ".join(node.text().split()) for node in tree.css(".sources li")]
    assert entries[0] == first
    assert (
        entries[1].startswith("Сыноо баяны & үлгү, ")
        and entries[1].endswith("https://elsewhere.example/report?a=1&b=2")
        and "https" not in entries[2]
    )
    found = links(tree, ".sources")
    assert found[:2] == [
        "../" * (2 + (language != "ky")) + "assets/decision.pdf",
        "https://elsewhere.example/report?a=1&b=2",
    ]
    assert len(tree.css(".sources .print-only")) == 3 and "2020-03-12-strategy-discussion" in found[2]


def test_the_list_of_links_names_the_archived_pages(site: Path) -> None:
    pages = json.loads((site / "links.json").read_text(encoding="utf-8"))["pages"]
    assert [page["address"] for page in pages if page.get("archived")] == [f"strategy/{name}/" for name in ARCHIVED]


def test_search_results_say_what_is_archived(site: Path) -> None:
    for language in LANGUAGES:
        tree = page(site, f"strategy/{ARCHIVED[1]}", language)
        title, note = text(tree, "h1"), phrase("status_archived", language)
        found = list(documents_of(tree, page_url(f"strategy/{ARCHIVED[1]}", language)))
        assert {document.page for document in found} == {f"{title} ({note})"}
        assert [note in document.title for document in found] == [True, False, False, False]


def test_every_old_address_still_leads_to_its_text(site: Path) -> None:
    for address in LOCKED:
        for language in LANGUAGES:
            built = html(site, address.path, language)
            assert not address.id or f'id="{address.id}"' in built, (address, language)
