"""How others refer to a page or a section: its permanent link, the citation as official letters give it, and the link as a QR code."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import segno

from portal.addresses import ORIGINAL
from portal.dates import in_words
from portal.edition import Edition
from portal.words import word

NEUTRAL = "go/"
"""Where the addresses of no language stand, below the root."""
INNER = {"ky": str.maketrans("«»", "„“"), "ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
"""Quotation marks within quotation marks."""


def permanent_url(site_url: str, path: str, identifier: str = "") -> str:
    """The link that one prints and dictates: it opens the reader's language and follows moves."""
    return site_url + NEUTRAL + (f"{path}/" if path else "") + (f"#{identifier}" if identifier else "")


def cite(language: str, title: str, section: str, day: datetime.date | None, link: str) -> str:
    """A page, or a section of it, as a letter in a language refers to it; a day that is not known is left out."""
    names = {"title": title.translate(INNER[language]), "section": section.translate(INNER[language])}
    place = word("cite_section" if section else "cite_page", language, **{name: text for name, text in names.items() if section or name == "title"})
    return ", ".join([place, *([in_words(day, language)] if day else [])]) + f" — {link}"


def code(link: str) -> str:
    """A link as a QR code: an SVG with a quiet zone, black on white, that is drawn at any size."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None)
    return out.getvalue().decode()


def code_file(path: str, identifier: str = "") -> str:
    """Where the QR code of a page or section stands, below the root."""
    return NEUTRAL + (f"{path}/" if path else "") + f"{identifier or '_page'}.svg"


def write_codes(folder: Path, site_url: str, edition: Edition) -> None:
    """Write the QR code of every page and section, the same for all languages."""
    for (language, path), page in edition.pages.items():
        if language == ORIGINAL:
            for identifier in ["", *(anchor.id for anchor in page.anchors if anchor.level)]:
                file = folder / code_file(path, identifier)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(code(permanent_url(site_url, path, identifier)), encoding="utf-8")
