"""The mark as icons of tabs and screens, for what does not take mark.svg."""

from pathlib import Path

from PIL import Image, ImageColor

from portal.publication.assets.drawing import drawing_mask
from portal.rendering.page_assets import colours

FOLDER = Path("assets/icons")
SIZES = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
MASKABLE = "maskable-512.png"
FIGURE = 400
"""Systems cut a maskable icon to a circle, of which its figure has to stay clear."""
TAB_ICON = "favicon.ico"
"""Asked for by this name where a site stands at the root of its host."""
TAB_SIZES = (48, 32, 16)


def write_icons(folder: Path) -> None:
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, size in SIZES.items():
        _icon(size).save(folder / FOLDER / name, optimize=True)
    _icon(512, FIGURE).save(folder / FOLDER / MASKABLE, optimize=True)
    first, *others = map(_icon, TAB_SIZES)
    first.save(folder / TAB_ICON, sizes=[(size, size) for size in TAB_SIZES], append_images=others)


def _icon(size: int, figure: int | None = None) -> Image.Image:
    """The mark, its figure as large as its ground or in the middle of it."""
    ground, colour = (ImageColor.getrgb(colours()[name]) for name in ("felt", "felt-figure"))
    icon = Image.new("RGB", (size, size), ground)
    mask = drawing_mask("mark.svg", figure or size)
    edge = (size - mask.width) // 2
    icon.paste(colour, (edge, edge, edge + mask.width, edge + mask.height), mask)
    return icon.quantize(16)
