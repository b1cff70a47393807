"""Section numbers and permalink controls of headings."""

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from portal.rendering.article.elements import new_element
from portal.rendering.citation import cite, qr_file
from portal.rendering.page_view import PageView
from portal.wording.phrases import phrase

HEADINGS = "h2[id], h3[id], h4[id], h5[id], h6[id]"
SECTION_SIGN = "§"
ICON = '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.600-2.500A3 3 0 0 0 9 2.800l-.8.8M9.5 6.500a3 3 0 0 0-4.2 0L2.700 9A3 3 0 0 0 7 13.200l.8-.8"/></svg>'  # noqa: E501, one drawing


def complete_headings(article: LexborHTMLParser, view: PageView) -> None:
    """Add to each heading its number («2.1», «2.1.3» in a chapter, else «§»), which links to it, and its control."""
    counts = [0] * 5
    for heading in article.css(HEADINGS):
        level = int((heading.tag or "h2")[1]) - 2
        counts = counts[:level] + [counts[level] + 1] + [0] * (4 - level)
        label = ".".join(map(str, [view.chapter, *counts[: level + 1]])) if view.chapter else SECTION_SIGN
        identifier, title = heading.attributes["id"] or "", " ".join(heading.text().split())
        name = phrase("permalink", view.language, section=title)
        attributes = {"class": "section-number", "href": f"#{identifier}", "title": name, "data-search-skip": ""}
        if label == SECTION_SIGN:
            attributes["aria-label"] = name
        if heading.child:
            heading.child.insert_before(new_element(article, "a", attributes, label))
            heading.child.insert_after(" ")
        html = f"{heading.html}{permalink_control(view, identifier, title)}"
        heading.replace_with(new_element(article, "div", {"class": "section-heading"}, html))


def permalink_control(view: PageView, identifier: str = "", section: str = "") -> Markup:
    """A disclosure, working without scripts, with the permalink, citation and QR code of a section or of the page."""
    language = view.language
    link = view.permalink(identifier)
    citation = cite(language, view.shown.title, section, view.page_date, link)
    name = phrase("take_section", language, section=section) if section else phrase("take_page", language)
    done, label = escape(phrase("copied", language)), escape(phrase("copy", language))
    copy = f'<button class="copy-button" type="button" data-done="{done}">{label}</button>'
    shown = f'<span class="visually-hidden">{escape(name)}</span>' if section else f"<span>{escape(name)}</span>"
    return Markup(
        f'<details class="permalink-control" data-search-skip><summary title="{escape(name)}">{ICON}{shown}</summary>'
        f"<p><b>{escape(phrase('take_link', language))}</b> <span>{escape(link)}</span> {copy}</p>"
        f"<p><b>{escape(phrase('take_cite', language))}</b> <span>{escape(citation)}</span> {copy}</p>"
        f'<img class="qr-code" src="{view.root}{qr_file(view.path, identifier)}" alt="{escape(phrase("qr", language))}"'
        ' width="164" height="164" loading="lazy"></details>'
    )
