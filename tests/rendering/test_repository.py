"""The links into the repository: what they open, with what in it, never too long, and in every language."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.content.compilation import read_content
from portal.content.drafts import DAY, news_draft, translation_draft
from portal.content.markdown.outline import Anchor
from portal.languages import LANGUAGES
from portal.rendering.page_view import LanguageEdition
from portal.rendering.repository import LONGEST, RepositoryLinks
from portal.wording.phrases import phrase
from projects import EDITION

NEW = "https://github.com/union/site/new/main"


def links(language: str) -> RepositoryLinks:
    return RepositoryLinks("union/site", "main", LanguageEdition(read_content(EDITION / "docs"), "/", language))


def parts(address: str) -> tuple[str, str, str]:
    """Where a link leads, and the name and text of the file that it begins."""
    found = urlsplit(address)
    asked = parse_qs(found.query, keep_blank_values=True)
    return f"{found.scheme}://{found.netloc}{found.path}", asked["filename"][0], asked["value"][0]


def hrefs(built: Path, url: str, selector: str) -> list[str]:
    tree = LexborHTMLParser((built / url / "index.html").read_text(encoding="utf-8"))
    return [str(link.attributes["href"]) for link in tree.css(f"{selector} a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_news_item_begins_in_kyrgyz_with_samples_in_the_readers_language(language: str) -> None:
    where, name, text = parts(links(language).add_news())
    assert (where, name) == (f"{NEW}/docs/ky/news", "yyyy-mm-dd-latyncha-aty.md")
    assert text == news_draft(language)
    assert f"title: {phrase('sample', language)} — {phrase('draft_title', language)}\n" in text


def test_a_translation_begins_with_the_facts_headings_and_ids_of_its_original() -> None:
    page = links("en").site.page("strategy/review")
    where, name, text = parts(links("en").translate(page, "en"))
    original = page.edition.originals["strategy/review"]
    assert (where, name) == (f"{NEW}/docs/en/strategy", "review.md")
    assert f"title: SAMPLE — {original.title}\n" in text and "status_date: 2020-03-12\n" in text
    assert [line.rpartition(" { ")[2] for line in text.split("\n") if line.startswith("#")] == [
        f"#{anchor.id} }}" for anchor in original.anchors
    ]


def test_a_translation_that_is_too_long_for_an_address_is_cut_between_headings() -> None:
    repository = links("ru")
    original = repository.site.edition.originals["strategy/review"]
    anchors = tuple(Anchor(f"id-{number}", number, 2, "Бөлүктүн аталышы") for number in range(200))
    long = replace(original, body=replace(original.body, anchors=anchors))
    address = str(repository._new("docs/ru/long.md", translation_draft(long, "ru")))
    text = parts(address)[2]
    assert LONGEST - 300 < len(address) <= LONGEST
    assert text.endswith(" }") and translation_draft(long, "ru").startswith(text)


def test_every_page_offers_what_its_reader_can_do(built_with_repository: Path) -> None:
    site = built_with_repository
    edit = "https://github.com/union/site/edit/main/docs"
    assert hrefs(site, "ru/strategy/role", ".page-foot")[-1] == f"{edit}/ru/strategy/role.md"
    translate = hrefs(site, "en/strategy/review", ".page-foot")[-1]
    assert parts(translate)[:2] == (f"{NEW}/docs/en/strategy", "review.md")
    for url in ("", "ru/strategy/role", "en/search"):
        news = hrefs(site, url, ".footer-machinery")[-1]
        assert parts(news)[2].startswith(f"---\ntitle: \ndescription: \ndate: {DAY}\n") and len(news) < 250


@pytest.mark.parametrize(("language", "ending"), [("", ""), ("ru/", ".ru"), ("en/", ".en")])
def test_the_page_on_taking_part_opens_every_way(built_with_repository: Path, language: str, ending: str) -> None:
    news, status, forms, *guides = hrefs(built_with_repository, f"{language}about/contributing", ".ways")
    assert parts(news)[1] == "yyyy-mm-dd-latyncha-aty.md"
    assert status.endswith("status/") and forms == "https://github.com/union/site/issues/new/choose"
    show = "https://github.com/union/site/blob/main/.github"
    assert guides == [f"{show}/CONTRIBUTING{ending}.md", f"{show}/news-with-photo{ending}.md"]
