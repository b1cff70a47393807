"""The font of the cards, and its letters as pixels."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

FONT = "NotoSerif[wdth,wght].ttf"
REGULAR, BOLD = 400, 700


@dataclass(frozen=True)
class Glyph:
    """A letter as white on black, where its pixels begin, and where those of the next letter are counted from."""

    mask: Image.Image
    left: int
    top: int
    advance: float


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Noto Serif; set letter by letter, which Kyrgyz, Russian and English need and every system does alike."""
    found = ImageFont.truetype(
        str(files("fontpkg_noto_serif") / "files" / FONT), size, layout_engine=ImageFont.Layout.BASIC
    )
    found.set_variation_by_axes([weight, 100])
    return found


@cache
def glyph(letter: str, size: int, weight: int) -> Glyph:
    """Kept, because the font takes longer to draw a letter than all else of a card."""
    face = font(size, weight)
    left, top, right, bottom = map(int, face.getbbox(letter))
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), letter, 255, face)
    return Glyph(mask, left, top, face.getlength(letter))
