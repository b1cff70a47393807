"""Controls for taking a link: at every section, and at the foot of a page."""

from dataclasses import dataclass

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.addresses import page_url, permanent_url
from portal.content.edition import Edition
from portal.rendering.citation import cite, qr_file
from portal.wording.catalogue import word

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


def permalink_control(place: Place, identifier: str = "", section: str = "") -> Markup:
    """What opens at a touch, without scripts too: the permanent link, the citation and the QR code of a section, or of the page."""
    page, language = place.edition.shown(place.path, place.language), place.language
    link = permanent_url(place.site_url, place.path, identifier)
    said = cite(language, str(page.meta["title"]), section, place.edition.page_date(page), link)
    name = word("take_section", language, section=section) if section else word("take_page", language)
    copy = f'<button class="copy" type="button" data-done="{escape(word("copied", language))}">{escape(word("copy", language))}</button>'
    shown = f'<span class="sr">{escape(name)}</span>' if section else f"<span>{escape(name)}</span>"
    return Markup(
        f'<details class="take" data-pagefind-ignore><summary title="{escape(name)}">{ICON}{shown}</summary>'
        f"<p><b>{escape(word('take_link', language))}</b> <span>{escape(link)}</span> {copy}</p>"
        f"<p><b>{escape(word('take_cite', language))}</b> <span>{escape(said)}</span> {copy}</p>"
        f'<img class="qr" src="{place.up}{qr_file(place.path, identifier)}" alt="{escape(word("qr", language))}" width="164" height="164" loading="lazy"></details>'
    )


def add_permalink_controls(article: LexborHTMLParser, place: Place) -> None:
    """Give each numbered heading of an article its control."""
    for heading in article.css("h2[id], h3[id], h4[id], h5[id], h6[id]"):
        if label := heading.css_first("a.no"):
            section = " ".join(heading.text().replace(label.text(), "", 1).split())
            frame = article.create_node("div")
            frame.attrs["class"] = "sec"
            frame.inner_html = f"{heading.html}{permalink_control(place, heading.attributes['id'] or '', section)}"
            heading.replace_with(frame)


SECTION_SIGN = "§"


def number_sections(article: LexborHTMLParser, chapter: int | None, language: str) -> None:
    """Put before each section title the link to it: its number in a chapter («2.1», «2.1.3»), else a section sign."""
    counts = [0] * 5
    for heading in article.css("h2[id], h3[id], h4[id], h5[id], h6[id]"):
        level = int((heading.tag or "h2")[1]) - 2
        counts = counts[:level] + [counts[level] + 1] + [0] * (4 - level)
        label = ".".join(map(str, [chapter, *counts[: level + 1]])) if chapter else SECTION_SIGN
        _link_section(article, heading, label, language)


def _link_section(article: LexborHTMLParser, heading: LexborNode, label: str, language: str) -> None:
    name = word("permalink", language, section=heading.text().strip())
    link = article.create_node("a")
    link.attrs["class"], link.attrs["href"], link.attrs["title"] = "no", f"#{heading.attributes['id']}", name
    if label == SECTION_SIGN:
        link.attrs["aria-label"] = name
    link.inner_html = label
    first = heading.child
    first.insert_before(link)
    first.insert_before(" ")
