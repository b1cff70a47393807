"""What a page is based on, as its template lists it."""

import datetime
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from portal.content.reading.front_values import DRAFT, Document
from portal.rendering.page_view import PageView
from portal.rendering.published_assets import document_facts, whole_name


@dataclass(frozen=True)
class PageReference:
    """A page of this site, with the numbers and ids of its paragraphs."""

    page: PageView
    paragraphs: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class DocumentReference:
    """A document; `url` is empty, or an address, or below the root of the site; `printed` is the whole address.

    `facts` are kind and size of a file of ours: "PDF, 1.2 MB".
    """

    title: str
    date: datetime.date
    number: str
    url: str
    printed: str
    facts: str


def references(view: PageView) -> list[PageReference | DocumentReference]:
    """What a page is based on, in the order of its front matter; a page is listed once."""
    named: dict[str | Document, list[tuple[int, str]]] = {}
    for entry in view.shown.based_on:
        if isinstance(entry, Document):
            named[entry] = []
            continue
        path, _, identifier = entry.partition("#")
        if path in view.edition.withdrawn:
            continue
        # Numbered as in the original: a translation that is behind may lack some paragraphs.
        ids = [anchor.id for anchor in view.edition.originals[path].anchors]
        named.setdefault(path, []).append((ids.index(identifier) + 1, identifier))
    return [
        _document(key, view) if isinstance(key, Document) else PageReference(view.site.page(key), tuple(sorted(places)))
        for key, places in named.items()
    ]


def news_basis(view: PageView) -> PageView | None:
    """The news item on which alone a draft rests, as its readers are told in place of its status."""
    named = references(view) if view.status == DRAFT and not view.is_archived else []
    pages = [reference.page for reference in named if isinstance(reference, PageReference)]
    return pages[0] if len(pages) == len(named) == 1 and pages[0].date else None


def dependents(view: PageView) -> list[PageView]:
    """The pages that name this one as their source."""
    return view.site.pages(view.edition.dependents.get(view.path, ()))


def _document(document: Document, view: PageView) -> DocumentReference:
    asset = view.edition.assets.get(document.link)
    url = document.link if "://" in document.link else quote(whole_name(asset) if asset else document.link)
    facts = document_facts(asset, view.language) if asset and asset.is_document else ""
    printed = urljoin(view.site.site_url, url) if url else ""
    return DocumentReference(document.title, document.date, document.number, url, printed, facts)
