"""How others refer to a page or a section: the citation, and the permalink of a page as a QR code."""

import io

import segno

from portal.addresses import NEUTRAL
from portal.content.reading.front_values import DRAFT
from portal.rendering.page_view import PageView
from portal.rendering.sources import news_basis
from portal.wording.dates import in_words, up_to
from portal.wording.phrases import phrase

INNER = {"ky": str.maketrans("«»", "„“"), "ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
"""Quotation marks within quotation marks."""
MASK = 3
"""One of the eight patterns laid over a code; drawing all to choose the best takes five times as long."""


def cite(view: PageView, section: str) -> str:
    """The citation of a page, or of a section of it, up to its address: who, what, of which day, if that is known."""
    language = view.language
    place = f"{view.name} {_basis(view)}".rstrip()
    if section:
        place += ", " + phrase("cite_section", language, section=section.translate(INNER[language]))
    sentences = [phrase("cite_union", language)]
    if view.chapter:
        sentences += [overview.title for overview in view.site.pages([view.folder])]
        sentences.append(phrase("chapter", language, number=view.chapter))
    sentences.append(place)
    if view.date:
        sentences.append(phrase("cite_news", language, date=in_words(view.date, language)))
    if view.changed:
        sentences.append(f"{phrase('page_date', language)} {in_words(view.changed, language)}")
    return " ".join(f"{sentence.removesuffix('.')}." for sentence in sentences)


def _basis(view: PageView) -> str:
    """On what a draft rests, or of which day it is, in brackets."""
    item, language = news_basis(view), view.language
    if item and item.date:
        return phrase("cite_basis", language, date=in_words(item.date, language))
    if view.status == DRAFT and view.status_date:
        return phrase("cite_draft", language, date=up_to(view.status_date, language))
    return ""


def qr_svg(link: str) -> str:
    """A link as a QR code: an SVG of no fixed size, black on white, with a quiet zone."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False, mask=MASK).save(
        out, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None
    )
    return out.getvalue().decode()


def qr_file(path: str) -> str:
    """The file of the QR code of a page, below the root."""
    return NEUTRAL + (f"{path}/" if path else "") + "_page.svg"
