"""How readers reach the Union and report a mistake: what is set is shown, and nothing is promised where nothing is."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs
from hosting import hosted
from portal.content.mending.page_files import read_page
from portal.content.reading.contact import Contact
from portal.languages import LANGUAGES
from portal.rendering.contact import contact_lines, report_link
from portal.rendering.page_view import LanguageEdition, PageView
from portal.rendering.repository import RepositoryLinks
from portal.wording.phrases import phrase
from projects import ROOT

WAYS = ["tel:+996312000000", "mailto:office@example.org", "https://t.me/example_news"]


def tree(built: Path, url: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / url / "index.html").read_text(encoding="utf-8"))


def prefix(language: str) -> str:
    return "" if language == "ky" else f"{language}/"


@pytest.mark.parametrize(
    ("language", "place", "of"),
    [("ky", "Тажрыйба көчөсү, 1", None), ("ru", "Тажрыйба көчөсү, 1", "ky"), ("en", "1 Trial Street", None)],
)
def test_what_is_set_stands_on_the_contact_page_and_in_every_footer(
    built_with_contact: Path, language: str, place: str, of: str | None
) -> None:
    for url, around in (("contact", "article"), ("strategy/role", ".site-footer"), ("", ".site-footer")):
        lines = tree(built_with_contact, prefix(language) + url).css_first(f"{around} .contact-lines")
        assert [link.attributes["href"] for link in lines.css("a")] == WAYS
        shown = lines.css_first("span")
        assert (shown.text().replace("\N{NO-BREAK SPACE}", " "), shown.attributes.get("lang")) == (place, of)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_set_the_page_says_so_and_opens_the_forms(built_with_repository: Path, language: str) -> None:
    page = tree(built_with_repository, f"{prefix(language)}contact")
    assert page.css_first("article .notice").text() == phrase("no_contact", language)
    assert page.css_first("article .ways a").attributes["href"] == "https://github.com/union/site/issues/new/choose"
    assert page.css(".contact-lines") == []


def test_a_way_that_is_empty_is_not_shown() -> None:
    assert contact_lines(Contact(), "ky") == []
    (line,) = contact_lines(Contact(mail="a@example.org"), "en")
    assert (line.label, line.text, line.url) == ("E-mail:", "a@example.org", "mailto:a@example.org")


def view(language: str) -> PageView:
    page, _ = read_page(Path("docs/ky/strategy/role.md"), sample_docs.PAGE.encode())
    assert page is not None
    site = LanguageEdition(sample_docs.edition_of([page]), "https://example.org/a/", language)
    return site.page("strategy/role")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_reported_by_a_letter_that_names_page_and_language(language: str) -> None:
    page = view(language)
    link = urlsplit(report_link(page, Contact(mail="a@example.org"), RepositoryLinks("union/site", "main", page.site)))
    asked = parse_qs(link.query)
    assert (link.scheme, link.path, asked["subject"]) == (
        "mailto",
        "a@example.org",
        [phrase("report_subject", language)],
    )
    address, text_language, _, question, _ = asked["body"][0].split("\r\n")
    assert address == f"https://example.org/a/{prefix(language)}strategy/role/"
    assert (text_language, question) == ("Кыргызча", phrase("report_body", language))


def test_without_an_address_it_is_reported_by_a_form_that_has_these_fields() -> None:
    page = view("ru")
    link = urlsplit(report_link(page, Contact(phone="+996312000000"), RepositoryLinks("union/site", "main", page.site)))
    asked = {name: values[0] for name, values in parse_qs(link.query).items()}
    assert f"{link.netloc}{link.path}" == "github.com/union/site/issues/new"
    form = ROOT / ".github/ISSUE_TEMPLATE" / asked.pop("template")
    assert asked == {"page": "https://example.org/a/ru/strategy/role/", "language": "Кыргызча"}
    fields = yaml.safe_load(form.read_text(encoding="utf-8"))["body"]
    assert asked.keys() <= {field["id"] for field in fields if field["type"] == "input"}


def test_where_nobody_could_get_it_nothing_is_offered(built: Path) -> None:
    assert report_link(view("en"), Contact(telegram="example_news"), None) == ""
    assert tree(built, "strategy/role").css(".report-link") == []


@pytest.mark.parametrize("kind", ["contact", "repository"])
def test_a_section_offers_the_same_with_its_id(chromium: Browser, request: pytest.FixtureRequest, kind: str) -> None:
    page = chromium.new_page()
    with hosted(request.getfixturevalue(f"built_with_{kind}")) as site:
        page.goto(f"{site}en/strategy/role/")
        control = page.locator(".section-heading:has(#status) .permalink-control")
        for _ in range(3):
            control.locator("summary").click()
        link = control.get_by_role("link", name=phrase("report_section", "en"))
        of_page = page.locator(".page-foot > .report-link")
        assert of_page.inner_text() == phrase("report_page", "en")
        here = "https%3A%2F%2Fexample.org%2Fen%2Fstrategy%2Frole%2F"
        whole = of_page.get_attribute("href") or ""
        assert link.get_attribute("href") == whole.replace(here, f"{here}%23status") != whole
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_footer_has_pages_for_readers_first_then_those_on_the_site_and_the_languages(
    built_with_contact: Path, language: str
) -> None:
    footer = tree(built_with_contact, f"{prefix(language)}about").css_first(".site-footer")
    readers, machinery, languages = (
        [str(link.attributes["href"]) for link in group.css("a")] for group in footer.css("ul:not(.contact-lines)")
    )
    assert readers == ["./", "linking/", "markdown/", "privacy/", "../terms/", "../contact/"]
    assert machinery == ["links/", "../status/"]
    up = "../" if language == "ky" else "../../"
    assert languages == [f"{up}{prefix(code)}about/" if code != language else "./" for code in LANGUAGES]
