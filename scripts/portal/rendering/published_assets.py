"""How assets are published: the sizes of photographs, and what links say of documents."""

from portal.content.assets.asset import DOCUMENTS, Asset
from portal.wording.phrases import phrase

WIDTHS = (400, 800, 1200, 1600)
"""A column of text is 350 points wide on a phone and at most 740; screens have one to three dots for each."""


def widths(asset: Asset) -> tuple[int, ...]:
    """The widths of a photograph, the last being the whole one; none is wider than the original."""
    return (*(width for width in WIDTHS if width < asset.width), min(asset.width, WIDTHS[-1]))[: len(WIDTHS)]


def size(asset: Asset, width: int) -> tuple[int, int]:
    return width, max(1, round(asset.height * width / asset.width))


def narrow_name(asset: Asset, width: int) -> str:
    """The file of a photograph of some width; no upload has a name like that, with three dots."""
    return f"{asset.name}.{width}.webp"


def whole_name(asset: Asset) -> str:
    """The file for browsers without WebP, and for links: few browsers show HEIC, so it becomes JPEG."""
    return f"{asset.name}.jpg" if asset.kind == "heic" else asset.name


def document_facts(asset: Asset, language: str) -> str:
    """What a link to a document says of it: "PDF, 1.2 MB"."""
    megabytes = asset.size >= 1_000_000
    number = f"{asset.size / 1_000_000:.1f}" if megabytes else str(max(1, round(asset.size / 1000)))
    number = number.replace(".", phrase("decimal_mark", language))
    unit = phrase("megabytes" if megabytes else "kilobytes", language)
    return f"{DOCUMENTS[asset.kind]}, {number}\N{NO-BREAK SPACE}{unit}"
