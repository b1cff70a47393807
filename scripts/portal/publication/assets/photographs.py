"""Photographs as they are published: upright, in several widths, and without what the camera wrote beside them."""

import io
import shutil
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import PIL
from PIL import Image, ImageCms

from portal.content.assets.asset import PHOTOGRAPHS, Asset
from portal.content.assets.pictures import open_picture, upright
from portal.content.edition import Edition
from portal.rendering.published_assets import WIDTHS, narrow_name, size, whole_name, widths

CACHE = Path("cache/photographs")
QUALITY: dict[str, object] = {"quality": 80}
OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": QUALITY | {"progressive": True, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": QUALITY | {"method": 4},
    "AVIF": {"quality": 60, "speed": 8},
    "GIF": {},
}
WHOLE = "whole"
WORKERS = 2
"""One of 64 megapixels takes half a gigabyte of memory."""
SETTINGS = f"{PIL.__version__} {WIDTHS} {OPTIONS}"
"""What the published files depend on beside the original."""
SRGB = ImageCms.createProfile("sRGB")


def publish_photographs(folder: Path, edition: Edition) -> None:
    """Replace the originals in the built site, keeping the work for the next build beside it."""
    cache = folder.parent / CACHE
    shown = [each for each in edition.assets.values() if each.is_photograph and each.name not in edition.hidden_files]
    kept = {asset: cache / _key(folder / asset.name, asset) for asset in shown}
    new = {place: asset for asset, place in kept.items() if not place.exists()}
    # Staff can do nothing about what the library says of odd facts beside the pixels, which are dropped anyway.
    with warnings.catch_warnings(action="ignore"), ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda place: _keep(folder / new[place].name, new[place], place), new))
    for asset, place in kept.items():
        (folder / asset.name).unlink()
        shutil.copyfile(place / WHOLE, folder / whole_name(asset))
        for width in widths(asset):
            shutil.copyfile(place / str(width), folder / narrow_name(asset, width))


def _key(original: Path, asset: Asset) -> str:
    return sha256(f"{SETTINGS} {asset.kind}\n".encode() + original.read_bytes()).hexdigest()


def _keep(original: Path, asset: Asset, place: Path) -> None:
    """Make the files of a photograph in the folder `place`, which is there only once they all are."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(dir=place.parent))
    for name, data in _files(original, asset):
        (unfinished / name).write_bytes(data)
    unfinished.rename(place)


def _files(original: Path, asset: Asset) -> Iterator[tuple[str, bytes]]:
    """The files of a photograph: by width in WebP, and the widest in its own format."""
    image = _read(original, asset)
    for width in widths(asset):
        yield str(width), _webp(image.resize(size(asset, width), Image.Resampling.LANCZOS), asset)
    yield WHOLE, _encoded(image, "JPEG" if asset.kind == "heic" else PHOTOGRAPHS[asset.kind])


def _read(original: Path, asset: Asset) -> Image.Image:
    """The picture upright, as wide as is published, in the colours of screens, with nothing beside its pixels."""
    with open_picture(original) as opened:
        # What is far too large is made smaller in whole steps first, which is quick and needs little memory.
        steps = max(1, asset.width // (2 * WIDTHS[-1])) if opened.mode in ("L", "RGB", "RGBA", "CMYK") else 1
        image = _in_screen_colours(upright(opened.reduce(steps) if steps > 1 else opened))
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image = image.resize(size(asset, widths(asset)[-1]), Image.Resampling.LANCZOS)
    image.info = {}
    return image


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where something shows through, converted by the colour profile of the picture if it has one."""
    if image.mode.startswith("I"):  # 16 bits; a plain conversion would make all of it white
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if mode == "RGBA" or image.mode not in ("CMYK", "L"):
        image = image.convert(mode)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, SRGB, outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is damaged, or for another kind of picture
    return image.convert(mode)


def _webp(image: Image.Image, asset: Asset) -> bytes:
    """For what may be drawn rather than photographed, the smaller of an exact copy and a likeness."""
    likeness = _encoded(image, "WEBP")
    if PHOTOGRAPHS[asset.kind] not in ("PNG", "GIF"):
        return likeness
    return min(likeness, _encoded(image, "WEBP", lossless=True), key=len)


def _encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    if kind == "JPEG":
        image = image.convert("RGB")
    image.save(out, kind, **OPTIONS[kind] | options)
    return out.getvalue()
