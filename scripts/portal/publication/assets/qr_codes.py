"""A QR code for the permalink of every page."""

from functools import partial
from pathlib import Path

from portal.addresses import permanent_url
from portal.content.edition import Edition
from portal.publication.site_files import write_file
from portal.rendering.citation import qr_file, qr_svg


def write_qr_codes(folder: Path, site_url: str, edition: Edition) -> None:
    """Write the QR code of every page, the same for all languages."""
    for path in edition.originals:
        link = permanent_url(site_url, path)
        write_file(folder, qr_file(path), edition.results.result("qr", link, partial(qr_svg, link)).encode())
