"""Documents: they are what their ending says, and bring no program along."""

import re
from pathlib import Path
from zipfile import ZipFile

from portal.content.assets.asset import Asset
from portal.content.problems import Problem

MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
TYPES = "[Content_Types].xml"
SETTINGS = "word/_rels/settings.xml.rels"
MOST_BYTES = 1_000_000
"""Of a part of an Office file, unpacked."""
PROGRAM = re.compile(r"vba|/activex/|oleobject", re.IGNORECASE)
MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
FETCHED = re.compile(rb"""Target\s*=\s*["'](?:https?:|ftp:|\\\\|file://[^/])""", re.IGNORECASE)
"""The template of a Word file on another machine: Word would fetch and run it."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_document(file: Path, asset: Asset) -> Asset | Problem:
    """The document; or why it cannot be published."""
    rule = {"pdf": _pdf_rule, "csv": _csv_rule}.get(asset.kind, _office_rule)(file)
    return Problem(file, 0, rule, {"name": file.name, "kind": asset.kind.upper()}) if rule else asset


def _pdf_rule(file: Path) -> str | None:
    with file.open("rb") as source:
        return None if source.read(5) == b"%PDF-" else "asset-content"


def _csv_rule(file: Path) -> str | None:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return "csv-encoding"
    return "asset-content" if not text.strip() or CONTROLS.search(text) else None


def _office_rule(file: Path) -> str | None:
    try:
        with ZipFile(file) as archive:
            names = archive.namelist()
            if TYPES not in names or MAIN_PART[file.suffix[1:]] not in names:
                return "asset-content"
            runs = any(map(PROGRAM.search, names)) or MACROS.search(_part(archive, TYPES))
            fetches = SETTINGS in names and FETCHED.search(_part(archive, SETTINGS))
    except Exception:  # What a damaged archive raises has no common class.
        return "asset-content"
    return "document-macros" if runs or fetches else None


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(MOST_BYTES)
