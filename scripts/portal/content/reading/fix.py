"""What was mended on a line of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fix:
    """The text before and after; `before` may be an invisible character."""

    line: int
    before: str
    after: str
