"""A QR code for every permalink."""

from pathlib import Path

from portal.addresses import permanent_url
from portal.content.edition import Edition
from portal.rendering.citation import qr_file, qr_svg


def write_qr_codes(folder: Path, site_url: str, edition: Edition) -> None:
    """Write the QR code of every page and of every section in any language, the same for all."""
    sections = {(page.path, anchor.id) for page in edition.pages.values() for anchor in page.anchors if anchor.level}
    for path, identifier in sorted({*((path, "") for path in edition.originals), *sections}):
        file = folder / qr_file(path, identifier)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(qr_svg(permanent_url(site_url, path, identifier)), encoding="utf-8")
