"""Controls for taking a link: at every section, and at the foot of a page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from portal.addresses import page_url
from portal.citation import cite, code_file, permanent_url
from portal.edition import Edition
from portal.words import word

ICON = '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.600-2.500A3 3 0 0 0 9 2.800l-.8.8M9.5 6.500a3 3 0 0 0-4.2 0L2.700 9A3 3 0 0 0 7 13.200l.8-.8"/></svg>'


@dataclass(frozen=True)
class Place:
    """A page as a reader of a language meets it, to be referred to."""

    site_url: str
    edition: Edition
    path: str
    language: str

    @property
    def up(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * page_url(self.path, self.language).count("/") or "./"


def control(place: Place, identifier: str = "", section: str = "") -> Markup:
    """What opens at a touch, without scripts too: the permanent link, the citation and the QR code of a section, or of the page."""
    page, language = place.edition.shown(place.path, place.language), place.language
    link = permanent_url(place.site_url, place.path, identifier)
    said = cite(language, str(page.meta["title"]), section, place.edition.page_date(page), link)
    name = word("take_section", language, section=section) if section else word("take_page", language)
    copy = f'<button class="copy-button" type="button" data-done="{escape(word("copied", language))}">{escape(word("copy", language))}</button>'
    shown = f'<span class="visually-hidden">{escape(name)}</span>' if section else f"<span>{escape(name)}</span>"
    return Markup(
        f'<details class="permalink-control" data-search-skip><summary title="{escape(name)}">{ICON}{shown}</summary>'
        f"<p><b>{escape(word('take_link', language))}</b> <span>{escape(link)}</span> {copy}</p>"
        f"<p><b>{escape(word('take_cite', language))}</b> <span>{escape(said)}</span> {copy}</p>"
        f'<img class="qr-code" src="{place.up}{code_file(place.path, identifier)}" alt="{escape(word("qr", language))}" width="164" height="164" loading="lazy"></details>'
    )


def add_controls(article: LexborHTMLParser, place: Place) -> None:
    """Give each numbered heading of an article its control."""
    for heading in article.css("h2[id], h3[id], h4[id], h5[id], h6[id]"):
        if label := heading.css_first("a.section-number"):
            section = " ".join(heading.text().replace(label.text(), "", 1).split())
            section_heading = article.create_node("div")
            section_heading.attrs["class"] = "section-heading"
            section_heading.inner_html = f"{heading.html}{control(place, heading.attributes['id'] or '', section)}"
            heading.replace_with(section_heading)
