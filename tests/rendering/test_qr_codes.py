"""QR codes: a reader finds the link in each, whatever its length."""

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from portal.rendering.citation import qr_svg

SCALE = 4
STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")
LINKS = (
    "https://example.org/go/",
    *(f"https://example.org/a/b/go/strategy/{'governance-' * count}{count}/" for count in range(1, 25)),
    *(f"https://union.example.org/go/news/2026-11-{day:02}-agenda-of-the-meeting-{day}/" for day in range(1, 31)),
)


@pytest.mark.parametrize("link", LINKS)
def test_a_reader_finds_the_link_in_its_code(link: str) -> None:
    codes = zxingcpp.read_barcodes(drawn(qr_svg(link)))
    assert [(code.text, code.ec_level) for code in codes] in ([(link, "M")], [(link, "Q")], [(link, "H")])


def drawn(svg: str) -> Image.Image:
    """The picture of a code: a white square with black strokes of one unit."""
    size = re.search(r'viewBox="0 0 (\d+) \1"><path fill="#fff"', svg)
    strokes = re.search(r'<path stroke="#000" d="([^"]*)"', svg)
    assert size and strokes
    picture = Image.new("L", (int(size[1]) * SCALE,) * 2, 255)
    canvas, x, y = ImageDraw.Draw(picture), 0.0, 0.0
    for kind, first, second in STEP.findall(strokes[1]):
        if kind == "M":
            x, y = float(first), float(second)
        elif kind == "m":
            x, y = x + float(first), y + float(second or 0)
        else:
            end = x + float(first)
            canvas.rectangle(((x * SCALE, (y - 0.5) * SCALE), (end * SCALE - 1, (y + 0.5) * SCALE - 1)), 0)
            x = end
    return picture
