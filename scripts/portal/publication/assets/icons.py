"""The mark as icons of tabs and screens, for what does not take mark.svg."""

import io
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from PIL import Image, ImageColor

from portal.publication.assets.drawing import drawing_mask
from portal.rendering.page_assets import SOURCES, colours
from portal.store import UNKEPT, Results

MARK = "mark.svg"
FOLDER = Path("assets/icons")
SIZES = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
MASKABLE = "maskable-512.png"
FIGURE = 400
"""Systems cut a maskable icon to a circle, of which its figure has to stay clear."""
TAB_ICON = "favicon.ico"
"""Asked for by this name where a site stands at the root of its host."""
TAB_SIZES = (48, 32, 16)


def write_icons(folder: Path, results: Results = UNKEPT) -> None:
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    depends_on = repr((colours(), (SOURCES / MARK).read_text(encoding="utf-8")))
    for name, content in results.result("icons", depends_on, _icons).items():
        (folder / name).write_bytes(b64decode(content))


def _icons() -> dict[str, str]:
    """The content of each file, as base64."""
    pictures = {name: _icon(size) for name, size in SIZES.items()} | {MASKABLE: _icon(512, FIGURE)}
    found = {f"{FOLDER.as_posix()}/{name}": _file(icon, "PNG", optimize=True) for name, icon in pictures.items()}
    first, *others = map(_icon, TAB_SIZES)
    sizes = [(size, size) for size in TAB_SIZES]
    return found | {TAB_ICON: _file(first, "ICO", sizes=sizes, append_images=others)}


def _file(icon: Image.Image, kind: str, **settings: Any) -> str:
    written = io.BytesIO()
    icon.save(written, kind, **settings)
    return b64encode(written.getvalue()).decode()


def _icon(size: int, figure: int | None = None) -> Image.Image:
    """The mark, its figure as large as its ground or in the middle of it."""
    ground, colour = (ImageColor.getrgb(colours()[name]) for name in ("felt", "felt-figure"))
    icon = Image.new("RGB", (size, size), ground)
    mask = drawing_mask(MARK, figure or size)
    edge = (size - mask.width) // 2
    icon.paste(colour, (edge, edge, edge + mask.width, edge + mask.height), mask)
    return icon.quantize(16)
