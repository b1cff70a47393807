"""The cards of the pages: what messengers and social networks show where a link is shared."""

import io
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from struct import pack
from zlib import compress

import PIL
from PIL import Image, ImageColor
from PIL.PngImagePlugin import putchunk

from portal.content.edition import Edition
from portal.publication.assets import drawing, glyphs, lettering
from portal.publication.assets.drawing import cord_mask, drawing_mask
from portal.publication.assets.glyphs import BOLD, REGULAR
from portal.publication.assets.lettering import Lines, fit, set_lines
from portal.publication.site_files import write_file
from portal.rendering.page_assets import SOURCES, colours
from portal.rendering.page_view import LanguageEdition
from portal.rendering.share import Card, card_of

CACHE = Path("cache/cards")
RAMPS = {"ink": ("paper", "ink", 8), "felt": ("paper", "felt", 4), "panel": ("felt", "wool", 4)}
"""The colours: a ground, what is drawn on it, and the steps between; sixteen in all take half a byte for each pixel."""
MARGIN, PANEL = 64, 210
"""The room at the left, and the width of the felt panel at the right: three tiles, one over the other."""
MARK = (48, 96)
CORD = (176, 10)
"""The place from the top, and the height."""
NAME, FULL_NAME = (36, 40), (88, 24)
TITLE, DATE = (216, 40), (550, 30)
"""The place from the top, and the size of the letters."""
TITLE_HEIGHT = 316
SIGNATURE = b"\x89PNG\r\n\x1a\n"
BITS, INDEXED = 4, 3
"""What PNG calls the depth of the pixels and their kind: numbers of colours."""


def publish_cards(folder: Path, edition: Edition) -> None:
    """Draw the card of every page in each of its languages, keeping the work for the next build beside the site."""
    sites = {language: LanguageEdition(edition, "", language) for language, _ in edition.pages}
    for card in {card_of(sites[language].page(path)) for language, path in edition.pages}:
        kept = folder.parent / CACHE / f"{_settings()}-{Path(card.file).name}"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(".part")
            unfinished.write_bytes(draw_card(card))
            unfinished.replace(kept)
        write_file(folder, card.file, kept.read_bytes())


def draw_card(card: Card) -> bytes:
    picture = _ground(card.language, card.width, card.height).copy()
    width = card.width - PANEL - 2 * MARGIN
    _write(picture, fit(card.title, width, TITLE_HEIGHT if card.date else card.height - TITLE[0] - TITLE[1]), TITLE[0])
    if card.date:
        _write(picture, Lines((card.date,), DATE[1], REGULAR), DATE[0])
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    """In a third of Pillow's time, which tries five filters on each row: a picture of few colours gains little."""
    # Two pixels of the first colour in front of a row are the byte that says: no filter.
    rows = picture.crop((-2, 0, *picture.size)).tobytes("raw", f"P;{BITS}")
    out = io.BytesIO()
    out.write(SIGNATURE)
    putchunk(out, b"IHDR", pack(">IIBBBBB", *picture.size, BITS, INDEXED, 0, 0, 0))
    putchunk(out, b"PLTE", bytes(picture.getpalette() or ()))
    putchunk(out, b"IDAT", compress(rows, level=2))
    putchunk(out, b"IEND", b"")
    return out.getvalue()


@cache
def _settings() -> str:
    """What the cards depend on beside their words."""
    sources = [Path(str(module.__file__)) for module in (drawing, glyphs, lettering)]
    sources += [Path(__file__), SOURCES / "mark.svg", SOURCES / "felt.svg"]
    written = f"{PIL.__version__} {version('fontpkg-noto-serif')} {colours()}".encode()
    return sha256(written + b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


@cache
def _ground(language: str, width: int, height: int) -> Image.Image:
    """What the cards of a language have in common: mark and names, cord, panel."""
    picture = Image.new("P", (width, height))
    picture.putpalette([part for ramp in RAMPS.values() for colour in _steps(*ramp) for part in colour])
    for row in range(height // PANEL):
        tile = drawing_mask("felt.svg", PANEL)
        _lay(picture, tile if row % 2 == 0 else _exchanged(tile), (width - PANEL, row * PANEL), "panel")
    _lay(picture, _exchanged(drawing_mask("mark.svg", MARK[1])), (MARGIN, MARK[0]), "felt")
    _lay(picture, cord_mask(width - PANEL, CORD[1]), (0, CORD[0]), "felt")
    names = Card("", language)
    left = MARGIN + MARK[1] + 24
    _write(picture, Lines((names.site_name,), NAME[1], BOLD), NAME[0], left)
    _write(
        picture, set_lines(names.full_name, width - PANEL - left - MARGIN, FULL_NAME[1], REGULAR), FULL_NAME[0], left
    )
    return picture


def _write(picture: Image.Image, lines: Lines, top: int, left: int = MARGIN) -> None:
    _lay(picture, lines.mask(picture.width - PANEL - left), (left, top), "ink")


def _lay(picture: Image.Image, mask: Image.Image, place: tuple[int, int], ramp: str) -> None:
    """Put a drawing, with its ground, into the picture."""
    picture.paste(mask.point(_colour_numbers(ramp)), place)


@cache
def _colour_numbers(ramp: str) -> list[int]:
    """For each step from black to white the number of its colour."""
    first = sum(steps for _, _, steps in list(RAMPS.values())[: list(RAMPS).index(ramp)])
    last = RAMPS[ramp][2] - 1
    return [first + round(value * last / 255) for value in range(256)]


def _exchanged(mask: Image.Image) -> Image.Image:
    return mask.point([255 - value for value in range(256)])


def _steps(ground: str, figure: str, count: int) -> list[tuple[int, ...]]:
    start, end = (ImageColor.getrgb(colours()[name]) for name in (ground, figure))
    return [
        tuple(round(a + (b - a) * step / (count - 1)) for a, b in zip(start, end, strict=True)) for step in range(count)
    ]
