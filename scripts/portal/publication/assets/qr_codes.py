"""A QR code for the permalink of every page."""

from functools import partial
from pathlib import Path

from portal.addresses import permanent_url
from portal.content.edition import Edition
from portal.rendering.citation import qr_file, qr_svg


def write_qr_codes(folder: Path, site_url: str, edition: Edition) -> None:
    """Write the QR code of every page, the same for all languages."""
    for path in edition.originals:
        file = folder / qr_file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        link = permanent_url(site_url, path)
        file.write_text(edition.results.result("qr", link, partial(qr_svg, link)), encoding="utf-8")
