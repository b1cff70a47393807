"""Drawings (SVG): only elements and attributes that draw, and nothing that runs or fetches."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.parsers import expat

from portal.content.assets.asset import Asset
from portal.content.assets.drawing_cost import DrawingCost
from portal.content.markdown.unseen import unseen_sign
from portal.content.problems import Problem

SVG = "http://www.w3.org/2000/svg "
PREFIXES = {"http://www.w3.org/1999/xlink ": "", "http://www.w3.org/XML/1998/namespace ": "xml:"}
SHAPES = """
svg g defs title desc style path rect circle ellipse line polyline polygon text tspan
linearGradient radialGradient stop clipPath mask pattern
"""
FACTS = """
id class style transform version baseProfile role lang focusable href xml:lang xml:space data-name
aria-label aria-hidden aria-labelledby viewBox preserveAspectRatio enable-background
width height x y dx dy x1 x2 y1 y2 cx cy r rx ry fx fy d points offset pathLength textLength lengthAdjust rotate
gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
clipPathUnits maskUnits maskContentUnits
fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
stroke-dasharray stroke-dashoffset stroke-opacity opacity color stop-color stop-opacity
clip-path clip-rule mask vector-effect paint-order
font-family font-size font-weight font-style font-variant text-anchor text-decoration letter-spacing word-spacing
dominant-baseline alignment-baseline baseline-shift display visibility overflow shape-rendering text-rendering
"""
ELEMENTS = frozenset(SHAPES.split())
"""No <use> and no <marker>: a few, one inside the other, would draw thousands of millions of shapes."""
ATTRIBUTES = frozenset(FACTS.split())
FETCHES = re.compile(
    r"\\|@import|@keyframes|(?<![\w-])animation|(?:url|src|image|image-set|cross-fade|element)\s*\((?!\s*['\"]?#)",
    re.IGNORECASE,
)
LENGTH = re.compile(r"(\d{1,5})(?:\.\d+)?(?:px)?")


class _UnsafeError(Exception):
    """What is found in a drawing and may not be there."""


def read_drawing(file: Path, asset: Asset) -> Asset | Problem:
    """The drawing with its size; or what it has beside lines, shapes and words."""
    drawing = _Drawing()
    try:
        drawing.parser.Parse(file.read_bytes(), True)
        if excess := drawing.cost.excess():
            raise _UnsafeError(excess)
    except _UnsafeError as found:
        line = drawing.parser.CurrentLineNumber
        return Problem(file, line, "drawing-unsafe", {"name": file.name, "found": found})
    except (expat.ExpatError, ValueError):
        return Problem(file, 0, "asset-content", {"name": file.name, "kind": "SVG"})
    return replace(asset, width=drawing.width, height=drawing.height)


class _Drawing:
    """Reads as UTF-8 whatever the file declares, and stops at the first thing that is not allowed."""

    def __init__(self) -> None:
        self.width = self.height = 0
        self.style = ""
        self.cost = DrawingCost()
        self.open: list[str] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            raise _UnsafeError(f'encoding="{encoding}"')

    def _doctype(self, *_: object) -> None:
        raise _UnsafeError("<!DOCTYPE>")

    def _instruction(self, target: str, data: str) -> None:
        raise _UnsafeError(f"<?{target}?>")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = name.removeprefix(SVG)
        if element not in ELEMENTS or (element == name) or bool(self.open) is (element == "svg"):
            raise _UnsafeError(f"<{name.rpartition(' ')[2]}>")
        for attribute, value in attributes.items():
            _check_attribute(attribute, value)
        if not self.open:
            self.width, self.height = _size(attributes)
        self.cost.add(attributes, self.open)
        self.open.append(element)
        self.style = ""

    def _characters(self, text: str) -> None:
        # Pieces are joined: what fetches may be split between two of them.
        if self.open[-1] == "style":
            self.style += text
        if sign := unseen_sign(text):
            raise _UnsafeError(sign)

    def _end(self, name: str) -> None:
        self.open.pop()
        if found := FETCHES.search(self.style):
            raise _UnsafeError(found[0])
        self.cost.sheets += self.style
        self.style = ""


def _check_attribute(attribute: str, value: str) -> None:
    for namespace, prefix in PREFIXES.items():
        attribute = attribute.replace(namespace, prefix)
    if attribute not in ATTRIBUTES:
        raise _UnsafeError(attribute.rpartition(" ")[2])
    if FETCHES.search(value) or (attribute == "href" and not value.startswith("#")):
        raise _UnsafeError(f'{attribute}="{value}"')


def _size(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Width and height where both are plain numbers of pixels."""
    width, height = (LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height"))
    return (int(width[1]), int(height[1])) if width and height else (0, 0)
