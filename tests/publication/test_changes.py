"""What readers are told of changes: on the page, on the page that compares its texts, and in the feed."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from portal.addresses import page_url
from portal.content.changes import changes_url
from portal.languages import LANGUAGES
from portal.publication.built_page import read_page, read_site
from portal.publication.gates.links import check_links
from portal.wording.phrases import phrase
from publication.changes_project import CHANGED, FALLBACK, NOTE, TYPOGRAPHY
from publication.feed_reading import read_feed

CHANGED_PAGES = {(CHANGED, "ky"), (CHANGED, "ru"), (FALLBACK, "ky"), (FALLBACK, "en")}


def tree(site: Path, url: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8"))


def marked(page: LexborHTMLParser, tag: str) -> list[str]:
    """The words that are marked in comparisons, with what is only read out."""
    return [node.text() for node in page.css(f".comparison {tag}")]


def test_only_what_changed_beyond_typography_is_compared(rich_site: Path) -> None:
    found = {file.parent.relative_to(rich_site).as_posix() + "/" for file in rich_site.rglob("changes/*.html")}
    assert found == {changes_url(path, language) for path, language in CHANGED_PAGES}


def test_a_page_says_when_it_changed_and_links_the_comparison(rich_site: Path) -> None:
    for path in (CHANGED, FALLBACK, TYPOGRAPHY):
        for language in LANGUAGES:
            url = page_url(path, language)
            foot = tree(rich_site, url).css_first(".page-foot")
            links = [urlsplit(urljoin(f"/{url}", link.attributes["href"])).path for link in foot.css("a[href]")]
            assert (f"/{changes_url(path, language)}" in links) == ((path, language) in CHANGED_PAGES)
    days = {
        (path, language): tree(rich_site, page_url(path, language)).css_first(".page-foot time").attributes["datetime"]
        for path, language in ((CHANGED, "ky"), (CHANGED, "ru"), (CHANGED, "en"), (TYPOGRAPHY, "ky"))
    }
    assert [day[-2:] for day in days.values()] == ["23", "24", "22", "22"]


def test_insertions_and_deletions_stand_under_the_headings_of_their_sections(rich_site: Path) -> None:
    page = tree(rich_site, changes_url(CHANGED, "ru"))
    newest, oldest = page.css(".comparison")
    assert [heading.attributes["id"] for heading in page.css("h2")] == ["day-2026-11-23", "day-2026-11-22"]
    inserted, deleted = phrase("inserted", "ru"), phrase("deleted", "ru")
    assert [node.text() for node in newest.css("ins, del")] == [
        f"{deleted} Что дальше",
        f"{inserted} Дальнейшее развитие",
    ]
    union, last = oldest.css("h3")
    assert union.text() == "В нашей стране — Союз МСУ" and not union.css("ins, del")
    for heading, name in ((union, "union"), (last, "next")):
        target = urljoin(f"/{changes_url(CHANGED, 'ru')}", heading.css_first("a").attributes["href"])
        assert target == f"/{page_url(CHANGED, 'ru')}#{name}"
    assert marked(page, "del")[1:] == [f"{deleted} успешный", f"{deleted} Что дальше"]
    assert marked(page, "ins")[1:] == [f"{inserted} надёжный", f"{inserted} Дальнейшее развитие"]
    assert "Муниципальные ассоциации — механизм" not in page.css_first(".changes-page").text()


def test_readers_of_another_language_see_the_changes_of_the_kyrgyz_text(rich_site: Path) -> None:
    page = tree(rich_site, changes_url(FALLBACK, "en"))
    assert page.css_first(".comparison h2").text() == phrase(
        "compared_with", "en", date="22\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026"
    )
    assert page.css_first(".comparison > div").attributes["lang"] == "ky"
    assert marked(page, "del") == [f"{phrase('deleted', 'ky')} Программанын өзү да, анализ да бул сайтта жок."]
    assert marked(page, "ins") == []


def test_a_note_is_told_of_the_change_with_which_it_came(rich_site: Path) -> None:
    for language in ("ky", "ru"):
        page = tree(rich_site, changes_url(CHANGED, language))
        assert [node.attributes["datetime"] for node in page.css(".change-notes time")] == ["2026-11-23"]
        (note,) = page.css(".change-notes dd")
        assert (note.text(), note.attributes["lang"]) == (NOTE, "ru")


def test_the_feed_tells_the_note_on_the_last_change_in_its_language(rich_site: Path) -> None:
    entries = {
        language: {entry.link: entry for entry in read_feed(rich_site, "changes", language).entries}
        for language in ("ky", "ru")
    }
    kyrgyz, russian = (entries[code][f"https://example.org/{page_url(CHANGED, code)}"] for code in entries)
    assert (kyrgyz.summary, kyrgyz.summary_detail.language) == (NOTE, "ru")
    assert russian.summary == f"{phrase('page_date', 'ru')} 24 ноября 2026 г."
    assert russian.updated.startswith("2026-11-24")


def test_the_pages_are_whole_and_in_no_list(rich_site: Path) -> None:
    for path, language in CHANGED_PAGES:
        url = changes_url(path, language)
        page = read_page((rich_site / url / "index.html").read_text(encoding="utf-8"), f"{url}index.html")
        assert page.noindex and not page.documents and page.canonical is None
    for name in ("sitemap.xml", "links.json", "addresses.json"):
        file = rich_site / name
        assert not file.exists() or "/changes/" not in file.read_text(encoding="utf-8"), name
    assert check_links(rich_site, "https://example.org/", read_site(rich_site)) == []


def test_before_the_first_change_nothing_is_said(built: Path) -> None:
    assert list(built.rglob("changes/")) == []
