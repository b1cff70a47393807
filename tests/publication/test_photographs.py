"""Photographs as readers get them: upright, in the widths that screens need, and with nothing that the camera wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs, uploads
from portal.content.assets.names import RESERVED
from portal.content.assets.reading import read_assets
from portal.publication.assets import photographs
from portal.rendering.published_assets import WIDTHS
from publication.photograph_project import DOCUMENTS, NEWS, SECRET
from publication.photograph_project import photographs as originals


def pixel(file: Path, x: float, y: float) -> tuple[int, ...]:
    """The colour of a place, as shares of width and height."""
    with Image.open(file) as image:
        return image.convert("RGBA").getpixel((int(image.width * x), int(image.height * y)))


def article(site: Path, prefix: str = "") -> LexborHTMLParser:
    return LexborHTMLParser((site / prefix / NEWS / "index.html").read_text(encoding="utf-8"))


def test_nothing_that_a_camera_wrote_is_published(rich_site: Path) -> None:
    secret = SECRET.encode()
    assert [name for name, data in originals().items() if secret not in data] == ["two.jpg"]
    published = [file for file in (rich_site / "assets").rglob("*") if file.is_file()]
    assert [file.name for file in published if secret in file.read_bytes()] == []
    for file in published:
        if file.suffix in (".jpg", ".png", ".gif", ".webp", ".avif"):
            with Image.open(file) as image:
                assert not image.getexif() and not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


def test_a_photograph_stands_upright_in_every_width(rich_site: Path) -> None:
    assets = rich_site / "assets"
    for width in WIDTHS:
        file = assets / f"turned.jpg.{width}.webp"
        with Image.open(file) as image:
            assert (image.format, image.size) == ("WEBP", (width, round(width * 4 / 3)))
        # Held with its right side up: what was left is on top.
        assert pixel(file, 0.5, 0.1)[0] > 150 and pixel(file, 0.5, 0.9)[2] > 150
    with Image.open(assets / "turned.jpg") as image:
        assert (image.format, image.size) == ("JPEG", (1600, 2133))
    assert {file.name for file in assets.glob("small.jpg*")} == {"small.jpg", "small.jpg.300.webp"}
    sizes = [(assets / f"turned.jpg.{width}.webp").stat().st_size for width in WIDTHS]
    assert sizes == sorted(sizes) and sizes[0] < 60_000


def test_colours_of_every_kind_are_those_of_the_original(rich_site: Path) -> None:
    assets = rich_site / "assets"
    red, _, blue, _ = pixel(assets / "print.jpg.500.webp", 0.5, 0.5)
    assert red > 200 and blue < 60
    assert all(abs(value - 128) < 4 for value in pixel(assets / "sixteen.png.500.webp", 0.5, 0.5)[:3])
    assert pixel(assets / "clear.png.500.webp", 0.5, 0.5)[3] == pixel(assets / "clear.png", 0.5, 0.5)[3] == 0
    for name in ("drawn.gif", "web.webp", "new.avif", "phone.heic"):
        (file,) = assets.glob(f"{name}.5*.webp")
        assert pixel(file, 0.1, 0.5)[0] > 150 and pixel(file, 0.9, 0.5)[2] > 150, name
    for name, kind in (("drawn.gif", "GIF"), ("web.webp", "WEBP"), ("new.avif", "AVIF"), ("phone.heic.jpg", "JPEG")):
        with Image.open(assets / name) as image:
            assert image.format == kind
    assert not (assets / "phone.heic").exists()


@pytest.mark.parametrize(("prefix", "way"), [("", "../../"), ("ru", "../../../"), ("en", "../../../")])
def test_a_page_offers_all_widths_and_keeps_the_room(rich_site: Path, prefix: str, way: str) -> None:
    pictures = article(rich_site, prefix).css(".picture")
    assert len(pictures) == len(originals())
    first = pictures[0].css_first("source").attributes["srcset"]
    assert first == ", ".join(f"{way}assets/turned.jpg.{width}.webp {width}w" for width in WIDTHS)
    images = [picture.css_first("picture > img").attributes for picture in pictures]
    assert images[0]["src"] == f"{way}assets/turned.jpg" and (images[0]["width"], images[0]["height"]) == (
        "1600",
        "2133",
    )
    assert [image.get("loading") for image in images] == [None] + ["lazy"] * (len(images) - 1)
    assert all(image["alt"] and int(image["width"] or 0) and image["decoding"] == "async" for image in images)


@pytest.mark.parametrize(
    ("prefix", "facts"),
    [
        ("", ["(PDF, 1,3\xa0МБ)", "(Word, 1\xa0КБ)"]),
        ("ru", ["(PDF, 1,3\xa0МБ)", "(Word, 1\xa0КБ)"]),
        ("en", ["(PDF, 1.3\xa0MB)", "(Word, 1\xa0KB)"]),
    ],
)
def test_a_link_to_a_document_says_its_kind_and_size(rich_site: Path, prefix: str, facts: list[str]) -> None:
    links = [
        link for link in article(rich_site, prefix).css("article p a") if "assets/" in (link.attributes["href"] or "")
    ]
    assert [link.text() for link in links] == [
        f"{name} {fact}" for name, fact in zip(DOCUMENTS, facts, strict=True)
    ] + ["phone.heic"]
    assert (links[-1].attributes["href"] or "").endswith("assets/phone.heic.jpg")


def test_no_upload_can_take_the_name_of_a_file_of_the_site(built: Path) -> None:
    assert {entry.name for entry in (built / "assets").iterdir()} - {"scheme.svg", "site.css"} == RESERVED


def test_the_work_is_the_same_each_time_and_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = {
        name: data for name, data in originals().items() if name in ("small.jpg", "clear.png", "new.avif", "phone.heic")
    }

    def published(place: str) -> dict[str, bytes]:
        site = tmp_path / place / "site"
        uploads.write_files(site / "assets", some)
        assets, _ = read_assets(site, sorted((site / "assets").iterdir()))
        photographs.publish_photographs(site, replace(sample_docs.edition_of([]), assets=assets))
        return {file.name: file.read_bytes() for file in (site / "assets").iterdir()}

    first = published("one")
    assert published("two") == first
    monkeypatch.setattr(photographs, "_files", None)
    for file in (tmp_path / "one/site/assets").iterdir():
        file.unlink()
    assert published("one") == first


def test_a_photograph_with_a_damaged_colour_profile_is_published(tmp_path: Path) -> None:
    data = uploads.picture("JPEG", (40, 30), color="red", icc_profile=b"damaged")
    uploads.write_files(tmp_path / "site/assets", {"a.jpg": data})
    assets, _ = read_assets(tmp_path / "site", [tmp_path / "site/assets/a.jpg"])
    photographs.publish_photographs(tmp_path / "site", replace(sample_docs.edition_of([]), assets=assets))
    assert pixel(tmp_path / "site/assets/a.jpg", 0.5, 0.5)[0] > 240
