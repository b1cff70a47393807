"""How much a browser has to draw: shapes within masks that are masked themselves multiply, and hang the page."""

import re
from collections.abc import Collection, Mapping

HOLDERS = frozenset(("clipPath", "mask", "pattern"))
"""What is drawn anew at each place that refers to it."""
MOST_WITHIN = 20
"""References within those: they multiply with each other."""
MOST_DRAWN = 200_000
"""Shapes within those, times the places that refer to them."""
REFERENCE = re.compile(r"url\s*\(", re.IGNORECASE)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
CLASSES = re.compile(r"\s*\.[\w-]+(?:\s*,\s*\.[\w-]+)*\s*")


class DrawingCost:
    """Counts while a drawing is read."""

    def __init__(self) -> None:
        self.shapes = 0
        self.sheets = ""
        self.elements: list[tuple[bool, int, list[str]]] = []
        """Whether each lies within a holder, its own references, and its classes."""

    def add(self, attributes: Mapping[str, str], parents: Collection[str]) -> None:
        within = not HOLDERS.isdisjoint(parents)
        references = sum(len(REFERENCE.findall(value)) for value in attributes.values())
        self.shapes += within
        self.elements.append((within, references, attributes.get("class", "").split()))

    def excess(self) -> str | None:
        """What is too much, if anything."""
        rules = [(selector, body) for selector, body in RULE.findall(self.sheets) if REFERENCE.search(body)]
        if odd := next((selector for selector, _ in rules if not CLASSES.fullmatch(selector)), None):
            return f"{odd.strip()} {{url(#…)}}"
        classes = {name for selector, _ in rules for name in re.findall(r"[\w-]+", selector)}
        counts = [(within, own + len(classes.intersection(names))) for within, own, names in self.elements]
        nested, uses = sum(count for within, count in counts if within), sum(count for _, count in counts)
        is_too_much = nested > MOST_WITHIN or self.shapes * uses > MOST_DRAWN
        return f"clipPath, mask, pattern × {nested if nested > MOST_WITHIN else uses}" if is_too_much else None
