"""How others refer to a page or a section: the citation for official letters, and the permalink as a QR code."""

import datetime
import io
from functools import cache

import segno

from portal.addresses import NEUTRAL
from portal.wording.dates import in_words
from portal.wording.phrases import phrase

INNER = {"ky": str.maketrans("«»", "„“"), "ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
"""Quotation marks within quotation marks."""


def cite(language: str, title: str, section: str, day: datetime.date | None, link: str) -> str:
    """The citation of a page, or of a section of it; an unknown day is left out."""
    names = {"title": title.translate(INNER[language]), "section": section.translate(INNER[language])}
    place = phrase("cite_section" if section else "cite_page", language, **names)
    return place + (f", {in_words(day, language)}" if day else "") + f" — {link}"


@cache
def qr_svg(link: str) -> str:
    """A link as a QR code: an SVG of no fixed size, black on white, with a quiet zone."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None
    )
    return out.getvalue().decode()


def qr_file(path: str, identifier: str = "") -> str:
    """The file of a QR code, below the root."""
    return NEUTRAL + (f"{path}/" if path else "") + f"{identifier or '_page'}.svg"
