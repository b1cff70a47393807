"""Our drawings as pixels: the strokes of mark.svg and felt.svg, and the cord, as masks of any size."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw

from portal.rendering.page_assets import SOURCES

Point = tuple[float, float]
Curve = tuple[Point, ...]
"""Two points of a line, or four of a Bézier curve."""

STROKES = re.compile(r'<path[^>]*\bstroke-width="([\d.]+)"[^>]*\bd="([^"]+)"')
COMMANDS = re.compile(r"([A-Za-z])([^A-Za-z]*)")
NUMBERS = re.compile(r"-?\d*\.?\d+")
VIEW = 32
"""The side of the square that both drawings are made in."""
STEPS = 32
"""The straight pieces of a curve."""
FINER = 4
"""Each pixel is drawn as so many by so many."""


@cache
def drawing_mask(name: str, size: int) -> Image.Image:
    """The strokes of a drawing in overrides/assets, as far as they lie in its square of `size` pixels."""
    found = STROKES.search((SOURCES / name).read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"no strokes in {name}")
    scale = size * FINER / VIEW
    mask = Image.new("L", (size * FINER, size * FINER))
    draw = ImageDraw.Draw(mask)
    for curve in path_curves(found[2]):
        outline = _outline(curve, float(found[1]) / 2)
        draw.polygon([(x * scale, y * scale) for x, y in outline], fill=255)
    return mask.resize((size, size), Image.Resampling.BOX)


def cord_mask(width: int, height: int) -> Image.Image:
    """The cord of site.css: twists that lean to the right, eight wide and six high, each five thick."""
    scale = height * FINER / 6
    mask = Image.new("L", (width * FINER, height * FINER))
    draw = ImageDraw.Draw(mask)
    (curve,) = path_curves("M0 6c3 0 3-6 6-6")
    edge = [_at(curve, step / STEPS)[0] for step in range(STEPS + 1)]
    for left in range(-8, round(width * FINER / scale), 8):
        twist = [(x + left, y) for x, y in edge] + [(x + left + 5, y) for x, y in reversed(edge)]
        draw.polygon([(x * scale, y * scale) for x, y in twist], fill=255)
    return mask.resize((width, height), Image.Resampling.BOX)


def path_curves(path: str) -> Iterator[Curve]:
    """The lines and curves of a path of SVG that is written with M, v, c and C alone."""
    at: Point = (0, 0)
    for command, written in COMMANDS.findall(path):
        numbers = [float(number) for number in NUMBERS.findall(written)]
        if command == "M":
            at = (numbers[0], numbers[1])
        elif command == "v":
            yield at, (at[0], at[1] + numbers[0])
            at = (at[0], at[1] + numbers[0])
        elif command in "cC":
            for first in range(0, len(numbers), 6):
                origin = at if command == "c" else (0, 0)
                ends = [(origin[0] + numbers[i], origin[1] + numbers[i + 1]) for i in range(first, first + 6, 2)]
                yield at, *ends
                at = ends[-1]
        else:
            raise ValueError(f"{command} in {path}")


def _outline(curve: Curve, reach: float) -> list[Point]:
    """The edge of a stroke with blunt ends, `reach` from its middle."""
    sides: tuple[list[Point], list[Point]] = ([], [])
    for step in range(STEPS + 1):
        (x, y), (along, down) = _at(curve, step / STEPS)
        length = reach / (along**2 + down**2) ** 0.5
        sides[0].append((x - down * length, y + along * length))
        sides[1].append((x + down * length, y - along * length))
    return sides[0] + sides[1][::-1]


def _at(curve: Curve, part: float) -> tuple[Point, Point]:
    """The point of a line or curve at a part of it, and the direction there, by de Casteljau."""
    points = list(curve)
    while len(points) > 2:
        points = [_between(one, other, part) for one, other in pairwise(points)]
    (x, y), (to_x, to_y) = points
    return _between(points[0], points[1], part), (to_x - x, to_y - y)


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part
