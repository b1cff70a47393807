"""What a page rests on, as its readers are told."""

from pathlib import Path

import pytest

from content import sample_docs
from portal.content.mending.page_files import read_page
from portal.content.reading.pages import Page
from portal.rendering.page_view import LanguageEdition, PageView
from portal.rendering.sources import PageReference, dependents, news_basis, references

NEWS = "news/2020-03-12-item"
DOCUMENT = "{title: Закон, date: 2020-03-01}"
ITEM = "---\ntitle: Жаңылык\ndescription: Сүрөттөмө\ndate: 2020-03-12\n---\n\nБир.\n{ #one }\n\nЭки.\n{ #two }\n"
UNDATED = ITEM.replace("date: 2020-03-12\n", "")


def chapter(*basis: str, status: str = "draft") -> PageView:
    """A chapter that rests on these, beside a news item and another page."""
    facts = "".join(f"\n  - {entry}" for entry in basis)
    head = f"title: Бөлүм\ndescription: Сүрөттөмө\nstatus: {status}\nstatus_date: 2020-03-12\nbased_on:{facts}"
    texts = {"strategy/role": f"---\n{head}\n---\n\nТекст.\n", NEWS: ITEM, "about/union": UNDATED, "": UNDATED}

    def page(path: str) -> Page:
        found, _ = read_page(Path(f"docs/ky/{path or 'index'}.md"), texts[path].encode())
        assert found is not None
        return found

    return LanguageEdition(sample_docs.edition_of(map(page, texts), order=texts), "https://example.org/", "ky").page(
        "strategy/role"
    )


def test_a_draft_that_rests_on_one_news_item_alone_names_it() -> None:
    found = news_basis(chapter(f"{NEWS}#one", f"{NEWS}#two"))
    assert found and found.path == NEWS


@pytest.mark.parametrize(
    ("basis", "status"),
    [
        ((f"{NEWS}#one", DOCUMENT), "draft"),
        ((DOCUMENT,), "draft"),
        (("about/union#one",), "draft"),
        ((f"{NEWS}#one",), "adopted"),
    ],
)
def test_what_rests_on_anything_else_or_was_adopted_keeps_its_status(basis: tuple[str, ...], status: str) -> None:
    assert news_basis(chapter(*basis, status=status)) is None


def test_paragraphs_are_listed_in_the_order_of_their_page() -> None:
    (reference,) = references(chapter(f"{NEWS}#two", f"{NEWS}#one"))
    assert isinstance(reference, PageReference) and reference.paragraphs == ((1, "one"), (2, "two"))


def test_a_page_knows_which_pages_name_it_as_their_source() -> None:
    view = chapter(f"{NEWS}#one", f"{NEWS}#two", DOCUMENT)
    assert [page.path for page in dependents(view.site.page(NEWS))] == ["strategy/role"]
    assert dependents(view) == []


def test_lists_call_the_home_page_by_its_place_and_others_by_their_titles() -> None:
    site = chapter(f"{NEWS}#one").site
    assert (site.page("").name, site.page(NEWS).name) == ("Башкы барак", "Жаңылык")
