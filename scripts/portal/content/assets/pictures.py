"""Pictures made of pixels: read by the library that publishes them, once to their end."""

import warnings
from dataclasses import replace
from pathlib import Path

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from portal.content.assets.asset import PHOTOGRAPHS, Asset
from portal.content.problems import Problem

MOST_PIXELS = 64_000_000
LONGEST_SIDE = 16_000
"""The longest side of WebP is a little longer."""
MOST_SCANS = 64
"""A progressive JPEG has about ten; thousands would keep the decoder busy for hours."""
ROTATED = {5, 6, 7, 8}
"""The EXIF orientations that swap width and height."""
ORIENTATION = 0x0112

pillow_heif.register_heif_opener(thumbnails=False)


def read_picture(file: Path, asset: Asset) -> Asset | Problem:
    """The picture with its size; or why it cannot be published."""
    with warnings.catch_warnings(action="ignore"):
        try:
            with open_picture(file) as image:
                return _problem(image, file, asset) or _with_size(image, asset)
        except Image.DecompressionBombError:
            return _too_large(file)
        except UnidentifiedImageError:
            return Problem(file, 0, "asset-content", {"name": file.name, "kind": asset.kind.upper()})
        except Exception:  # What a damaged file makes a decoder raise has no common class.
            return Problem(file, 0, "picture-broken", {"name": file.name})


def open_picture(file: Path) -> Image.Image:
    """A picture of a known kind, not yet decoded."""
    return Image.open(file, formats=tuple(dict.fromkeys(PHOTOGRAPHS.values())))


def upright(image: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(image)


def _problem(image: Image.Image, file: Path, asset: Asset) -> Problem | None:
    # Phones put a second picture behind a JPEG and call it MPO.
    found = "JPEG" if image.format == "MPO" else str(image.format)
    if found != PHOTOGRAPHS[asset.kind]:
        ending = next(kind for kind, name in PHOTOGRAPHS.items() if name == found)
        return Problem(file, 0, "picture-kind", {"name": file.name, "found": found, "near": f"{file.stem}.{ending}"})
    if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
        return _too_large(file)
    if found not in ("JPEG", "HEIF") and getattr(image, "is_animated", False):
        return Problem(file, 0, "picture-moving", {"name": file.name})
    if found == "JPEG" and file.read_bytes().count(b"\xff\xda") > MOST_SCANS:
        return Problem(file, 0, "picture-broken", {"name": file.name})
    return None


def _with_size(image: Image.Image, asset: Asset) -> Asset:
    width, height = image.size
    if image.getexif().get(ORIENTATION) in ROTATED:
        width, height = height, width
    image.draft("RGB", (image.width // 8 + 1, image.height // 8 + 1))
    image.load()
    return replace(asset, width=width, height=height)


def _too_large(file: Path) -> Problem:
    values = {"name": file.name, "most": MOST_PIXELS // 1_000_000, "side": LONGEST_SIDE}
    return Problem(file, 0, "picture-large", values)
