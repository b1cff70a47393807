"""The control by which readers take the link of a page or a section, cite it, or find its QR code."""

import re

from markupsafe import Markup

from portal.rendering.citation import cite, qr_file
from portal.rendering.page_view import PageView
from portal.wording.phrases import phrase

ICON = Markup(
    '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.600-2.500A3 3 0 0 0 9 2.800l-.8.8M9.5 6.500a3 3 0 0 0-4.2 0L2.700 9A3 3 0 0 0 7 13.200l.8-.8"/></svg>'  # noqa: E501, one drawing
)
CONTROL = Markup(
    '<details class="permalink-control" data-search-skip><summary title="{name}">{icon}{shown}</summary>'
    '<p><b>{take_link}</b> <a href="{url}" lang="zxx">{link}</a> {copy}</p>'
    '<p><b>{take_cite}</b> <span>{citation} <span lang="zxx">{link}</span>'
    ' <span class="access-day" hidden>{accessed}</span></span> {copy}</p>'
    "{code}</details>"
)
COPY = Markup('<button class="copy-button" type="button">{}</button> <output></output>')
"""A button that copies what stands before it; the script says in `output` how that went."""
CODE = Markup('<img class="qr-code" src="{}" alt="{}" width="164" height="164" loading="lazy">')
FOLDER_END = re.compile(r"(?<=[^/:])/(?=.)")


def permalink_control(view: PageView, identifier: str = "", section: str = "") -> Markup:
    """A disclosure, working without scripts; that of a section shows only its icon, and has no QR code."""
    language, url = view.language, view.permalink(identifier)
    name = phrase("take_section", language, section=section) if section else phrase("take_page", language)
    words = {key: phrase(key, language) for key in ("take_link", "take_cite", "accessed")}
    return CONTROL.format(
        name=name,
        icon=ICON,
        shown=Markup('<span class="visually-hidden">{}</span>' if section else "<span>{}</span>").format(name),
        url=url,
        link=breakable(url),
        citation=cite(view, section),
        copy=COPY.format(phrase("copy", language)),
        code="" if section else qr_code(view),
        **words,
    )


def qr_code(view: PageView) -> Markup:
    """The QR code of the page's permalink, fetched once the control is opened or the page is printed."""
    return CODE.format(view.root + qr_file(view.path), phrase("qr", view.language))


def breakable(url: str) -> Markup:
    """The escaped address, which may break after each of its folders."""
    return Markup("/<wbr>").join(FOLDER_END.split(url))
