"""The whole way: a chapter renamed, the line that saves it, and what readers of old addresses meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from browser.page_kinds import OpenPage
from browser.watching import watch
from hosting import hosted
from portal.addresses import page_url
from portal.languages import LANGUAGES
from portal.wording.phrases import phrase
from projects import mkdocs
from publication.moved_project import NEW, OLD, change


@pytest.fixture(scope="module")
def site(moved_site: Path) -> Iterator[str]:
    """The address of the edition after the changes, with the lines added, served."""
    with hosted(moved_site) as address:
        yield address


def test_the_build_fails_and_names_the_saving_lines(copy_project: Callable[[], Path]) -> None:
    run = mkdocs(change(copy_project()))
    said = run.stdout + run.stderr
    assert run.returncode != 0
    for line in (
        "«strategy/role/: priorities/function/»",
        "«strategy/situation/#known: strategy/situation/#facts»",
        "«strategy/review/#considered: ",
        "  about/privacy/:\n",
    ):
        assert line in said


@pytest.fixture(params=(True, False), ids=("with scripts", "without scripts"))
def page(request: pytest.FixtureRequest, open_page: OpenPage, site: str) -> Iterator[Page]:
    page = open_page(1280, java_script_enabled=request.param, locale="de-DE")
    page.scripted = request.param
    with watch(page, site) as faults:
        yield page
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "mechanism", "status"])
def test_an_old_address_lands_on_the_section_or_on_the_line_that_links_to_it(
    page: Page, site: str, language: str, name: str
) -> None:
    fragment = f"#{name}" if name else ""
    new = site + page_url(NEW, language) + fragment
    page.goto(site + page_url(OLD, language) + fragment)
    if page.scripted:
        page.wait_for_url(new)
        assert page.evaluate("document.documentElement.lang") == language
        assert not name or page.locator(f"h2#{name}").bounding_box()["y"] < 400
        return
    assert page.locator("h1").inner_text() == phrase("moved_title", language)
    line = page.locator(f"#{name or '_target'}")
    assert line.is_visible() and (not name or page.locator(":target").count() == 1)
    line.locator("a").click()
    assert page.url == new


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_id_renamed_in_place_still_leads_to_its_heading(page: Page, site: str, language: str) -> None:
    page.goto(site + page_url("strategy/situation", language) + "#known")
    stub, heading = page.locator("#known").bounding_box(), page.locator("h2#facts").bounding_box()
    assert abs(heading["y"] - stub["y"]) < 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_that_moved_to_another_page_leaves_one_visible_line(page: Page, site: str, language: str) -> None:
    page.goto(site + page_url("strategy/review", language) + "#considered")
    line = page.locator("p#considered")
    assert line.is_visible() and phrase("section_moved", language) in line.inner_text().replace("\xa0", " ")
    line.locator("a").click()
    assert page.url == site + page_url("strategy/situation", language) + "#discussed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_page_says_so_since_when_why_and_where_to_go(page: Page, site: str, language: str) -> None:
    page.goto(site + page_url("about/privacy", language))
    text = page.locator("article").inner_text()
    assert phrase("gone_title", language) in text and "2026" in text
    assert {"ky": "Эскирди.", "ru": "Устарела.", "en": "Out of date."}[language] in text
    page.locator("article p a").click()
    assert page.url == site + page_url("about", language)


def test_a_section_that_is_not_translated_has_its_place_and_a_line_that_leads_to_kyrgyz(page: Page, site: str) -> None:
    page.goto(site + page_url(NEW, "en") + "#union")
    line = page.locator("p#union")
    assert phrase("section_untranslated", "en") in line.inner_text().replace("\xa0", " ")
    above, here, below = (page.locator(f"#{name}").bounding_box()["y"] for name in ("mechanism", "union", "status"))
    assert above < here < below
    line.locator("a").click()
    assert page.url == site + page_url(NEW, "ky") + "#union"


def test_the_address_with_ky_leads_to_the_kyrgyz_page_and_follows_moves(page: Page, site: str) -> None:
    for path in (OLD, NEW):
        page.goto(f"{site}ky/{path}/#union")
        if not page.scripted:
            page.locator("#union a").click()
        page.wait_for_url(f"{site}{NEW}/#union")


def test_the_link_without_language_is_a_list_where_the_reader_speaks_none(page: Page, site: str) -> None:
    for path in (OLD, NEW):
        page.goto(f"{site}go/{path}/#union")
        row = page.locator("li#union")
        assert [link.get_attribute("hreflang") for link in row.locator("a").all()] == ["ky", "ru"]
        assert page.locator("#_page a").count() == 3
        row.locator("a[hreflang=ru]").click()
        assert page.url == f"{site}ru/{NEW}/#union"
        page.context.clear_cookies()
        if page.scripted:
            page.evaluate("localStorage.clear()")


@pytest.mark.parametrize(("locale", "language"), [("ru-RU", "ru"), ("ky-KG", "ky"), ("en-GB", "en")])
def test_the_link_without_language_opens_in_the_browsers(
    open_page: OpenPage, site: str, locale: str, language: str
) -> None:
    page = open_page(1280, locale=locale)
    page.goto(f"{site}go/{OLD}/#status")
    page.wait_for_url(site + page_url(NEW, language) + "#status")
    page.goto(f"{site}go/{OLD}/?list#status")
    page.click("#_page a[hreflang=en]")
    page.goto(f"{site}go/{OLD}/")
    page.wait_for_url(f"{site}en/{NEW}/")


@pytest.mark.parametrize(
    "url", [f"{OLD}/", f"ru/{OLD}/", f"go/{NEW}/", f"go/{OLD}/", f"ky/{NEW}/", "about/privacy/", "go/", "ky/"]
)
def test_such_a_page_is_kept_from_search_engines_and_light(moved_site: Path, url: str) -> None:
    html = (moved_site / url / "index.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(html)
    assert [node.attributes["content"] for node in tree.css("meta[name=robots]")] == ["noindex"]
    assert not tree.css("link[rel=canonical], link[rel=alternate][hreflang], meta[http-equiv=refresh]")
    listed = (moved_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/about/</loc>" in listed and f"example.org/{url}</loc>" not in listed
    assert sum(len(script.text().encode()) for script in tree.css("article script")) < 4096 - 1024
    assert "@" not in tree.css_first("head").text() + tree.css_first(".language-links").html
