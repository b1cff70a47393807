"""How others refer to a page or a section: its permanent link, the citation as official letters give it, and the link as a QR code."""

import datetime
import io

import segno

from portal.addresses import NEUTRAL
from portal.wording.catalogue import word
from portal.wording.dates import in_words

INNER = {"ky": str.maketrans("«»", "„“"), "ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
"""Quotation marks within quotation marks."""


def cite(language: str, title: str, section: str, day: datetime.date | None, link: str) -> str:
    """A page, or a section of it, as a letter in a language refers to it; a day that is not known is left out."""
    names = {"title": title.translate(INNER[language]), "section": section.translate(INNER[language])}
    place = word(
        "cite_section" if section else "cite_page",
        language,
        **{name: text for name, text in names.items() if section or name == "title"},
    )
    return ", ".join([place, *([in_words(day, language)] if day else [])]) + f" — {link}"


def qr_svg(link: str) -> str:
    """A link as a QR code: an SVG with a quiet zone, black on white, that is drawn at any size."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None
    )
    return out.getvalue().decode()


def qr_file(path: str, identifier: str = "") -> str:
    """Where the QR code of a page or section stands, below the root."""
    return NEUTRAL + (f"{path}/" if path else "") + f"{identifier or '_page'}.svg"
