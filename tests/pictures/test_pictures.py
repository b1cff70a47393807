"""Kept pictures of the fixture: a change of the look is seen, and kept on purpose with `make keep-pictures`.

The words and the font are the fixture's own, so that pictures differ only where the look does. They were
taken in the Chromium that browser.txt names; another one may draw letters a little differently, which the
tolerance allows for.
"""

import base64
import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser

KEPT = Path(__file__).parent
KEEP = "KEEP_PICTURES" in os.environ
VISIBLE = 40
"""A difference in brightness, of 255, that counts as seen."""
TOLERANCE = 0.01
"""The share of a picture that may differ visibly."""
PICTURES = {
    "home-390-light": ("", 390, "light"),
    "home-1280-dark": ("", 1280, "dark"),
    "chapter-390-dark": ("strategy/calm/", 390, "dark"),
    "chapter-1280-light": ("strategy/calm/", 1280, "light"),
    "hard-chapter-390-light": ("strategy/chapter/", 390, "light"),
    "priorities-1280-light": ("priorities/", 1280, "light"),
    "news-390-light": ("news/", 390, "light"),
    "news-item-1280-light": ("news/2020-03-12-item/", 1280, "light"),
    "untranslated-1280-light": ("ru/strategy/calm/", 1280, "light"),
}
FONT = base64.b64encode((KEPT / "fixture.woff2").read_bytes()).decode()
STYLE = f"""@font-face {{ font-family: Fixture; src: url(data:font/woff2;base64,{FONT}) }}
* {{ font-family: Fixture !important; font-synthesis: none !important; caret-color: transparent !important; transition: none !important }}"""


def taken(chromium: Browser, address: str, width: int, scheme: str, spoil: str = "") -> Image.Image:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto(address)
    page.add_style_tag(content=STYLE + spoil)
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    page.close()
    return picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of the picture that visibly differs, the edges of letters smoothed over."""
    if one.size != other.size:
        return 1.0
    smooth = [picture.filter(ImageFilter.BoxBlur(2)) for picture in (one, other)]
    histogram = ImageChops.difference(*smooth).histogram()
    return sum(histogram[VISIBLE:]) / sum(histogram)


@pytest.mark.parametrize("name", PICTURES)
def test_the_look_is_as_it_was_kept(chromium: Browser, hard_site: str, name: str) -> None:
    path, width, scheme = PICTURES[name]
    now, file = taken(chromium, hard_site + path, width, scheme), KEPT / f"{name}.png"
    if KEEP:
        now.quantize(16).save(file, optimize=True)
        (KEPT / "browser.txt").write_text(f"Chromium {chromium.version}\n", encoding="utf-8")
    changed = difference(now, Image.open(file).convert("L"))
    if changed > TOLERANCE:
        now.save(file.with_suffix(".now.png"))
    assert changed <= TOLERANCE, (
        f"{file.with_suffix('.now.png')}; kept in {(KEPT / 'browser.txt').read_text(encoding='utf-8').strip()}"
    )


@pytest.mark.parametrize(
    "spoil",
    [
        ".menu { display: none }",
        ".hero h1 { font-size: 10px !important }",
        ".main-sections { margin-top: 120px !important }",
    ],
)
def test_a_changed_look_is_seen(chromium: Browser, hard_site: str, spoil: str) -> None:
    path, width, scheme = PICTURES["home-390-light"]
    spoiled = taken(chromium, hard_site + path, width, scheme, spoil)
    assert difference(spoiled, Image.open(KEPT / "home-390-light.png").convert("L")) > TOLERANCE
