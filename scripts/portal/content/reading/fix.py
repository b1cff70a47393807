"""What was mended on a line of a file."""

from typing import NamedTuple


class Fix(NamedTuple):
    """The text before and after; `before` may be an invisible character."""

    line: int
    before: str
    after: str
