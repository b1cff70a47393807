"""The frozen edition with one more news item, which shows photographs of every kind and links to documents."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, PngImagePlugin

from content import uploads
from portal.languages import LANGUAGES

SECRET = "Secret place"
"""Stands in everything that cameras and programs write beside the pixels."""
NEWS = "news/2020-04-01-photographs"
TURNED = 6
TITLES = {"ky": "Сүрөттөр", "ru": "Снимки", "en": "Photographs"}
DOCUMENTS = {"letter.pdf": b"%PDF-1.7\n" + bytes(1_250_000) + b"%%EOF", "letter.docx": uploads.office(uploads.WORD)}


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera writes: its owner, the place, and which way up it was held."""
    facts = Image.Exif()
    facts[0x010E] = facts[0x013B] = SECRET
    facts[0x0112] = orientation
    facts.get_ifd(0x8825).update({1: "N", 2: (42.0, 52.0, 30.0), 29: SECRET})
    return facts


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{SECRET}</a></x:xmpmeta>'.encode()


def halves(size: tuple[int, int]) -> Image.Image:
    """Red on the left, blue on the right, with grain as in a photograph."""
    width, height = size
    small = (width // 4, height // 4)
    grain = Image.frombytes("L", small, random.Random(1).randbytes(small[0] * small[1])).resize(size)
    red = Image.new("L", size, 0)
    red.paste(190, (0, 0, width // 2, height))
    return Image.merge("RGB", (red, grain.point(lambda value: value // 4), red.point(lambda value: 190 - value)))


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photographs() -> dict[str, bytes]:
    """One of each kind, by name; the first is large and was taken with the camera on its side."""
    words = PngImagePlugin.PngInfo()
    words.add_itxt("Comment", SECRET)
    beside = {"exif": exif(), "xmp": XMP}
    return {
        "turned.jpg": encoded(halves((2400, 1800)), "JPEG", exif=exif(TURNED), xmp=XMP, comment=SECRET, quality=90),
        "small.jpg": encoded(halves((300, 200)), "JPEG", exif=exif()),
        "print.jpg": encoded(Image.new("CMYK", (500, 400), (0, 255, 255, 0)), "JPEG", exif=exif()),
        "two.jpg": uploads.moving("MPO"),
        "sixteen.png": encoded(Image.new("I;16", (500, 400), 0x8000), "PNG", pnginfo=words, exif=exif()),
        "clear.png": encoded(Image.new("RGBA", (500, 400), (0, 128, 0, 0)), "PNG", pnginfo=words),
        "drawn.gif": encoded(halves((500, 400)), "GIF", comment=SECRET.encode()),
        "web.webp": encoded(halves((500, 400)), "WEBP", **beside),
        "new.avif": encoded(halves((500, 400)), "AVIF", **beside),
        "phone.heic": encoded(halves((512, 400)), "HEIF", **beside),
    }


def add_news(folder: Path) -> None:
    uploads.write_files(folder / "docs/assets", photographs() | DOCUMENTS)
    shown = "\n\n".join(f"![Сүрөт {name}](../../assets/{name})" for name in photographs())
    links = "\n\n".join(f"[{name}](../../assets/{name})" for name in (*DOCUMENTS, "phone.heic"))
    for language in LANGUAGES:
        head = f"---\ntitle: {TITLES[language]}\ndescription: x.\ndate: 2020-04-01\n---\n\n"
        (folder / f"docs/{language}/{NEWS}.md").write_text(f"{head}{shown}\n\n{links}\n", encoding="utf-8")
