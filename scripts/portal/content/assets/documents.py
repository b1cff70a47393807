"""Documents: they are what their ending says, and bring no program along."""

import csv
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from portal.content.assets.asset import Asset
from portal.content.assets.office import office_rule
from portal.content.problems import Problem

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
DELIMITERS = (",", ";", "\t")
FORMULA = re.compile(r"[=@\t\r]|[+-](?=.*[(|!])", re.DOTALL)
"""How a cell begins that Excel would compute."""
PDF_END = b"%%EOF"
ACTIVE = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"stream\r?\n")
MOST_BYTES = 50_000_000
"""Of a PDF, unpacked."""


def read_document(file: Path, asset: Asset) -> Asset | Problem:
    """The document; or why it cannot be published."""
    rule = {"pdf": _pdf_rule, "csv": _csv_rule}.get(asset.kind, office_rule)(file)
    return Problem(file, 0, rule, {"name": file.name, "kind": asset.kind.upper()}) if rule else asset


def _pdf_rule(file: Path) -> str | None:
    data = file.read_bytes()
    if not data.startswith(b"%PDF-") or PDF_END not in data[-1024:]:
        return "asset-content"
    parts = (ESCAPED.sub(lambda code: bytes.fromhex(code[1].decode()), part) for part in (data, *_streams(data)))
    return "pdf-active" if any(map(ACTIVE.search, parts)) else None


def _streams(data: bytes) -> Iterator[bytes]:
    """The packed parts of a PDF in which objects may stand, as far as they can be unpacked."""
    left = MOST_BYTES
    for found in STREAM.finditer(data):
        if b"/ObjStm" in data[max(found.start() - 300, 0) : found.start()] and left > 0:
            try:
                part = zlib.decompressobj().decompress(data[found.end() :], left)
            except zlib.error:
                continue
            left -= len(part)
            yield part


def _csv_rule(file: Path) -> str | None:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return "csv-encoding"
    if not text.strip() or CONTROLS.search(text):
        return "asset-content"
    try:
        cells = (cell for mark in DELIMITERS for row in csv.reader(text.splitlines(), delimiter=mark) for cell in row)
        return "csv-formula" if any(map(FORMULA.match, cells)) else None
    except csv.Error:  # A cell longer than any.
        return "asset-content"
