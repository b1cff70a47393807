"""Words of strangers in the Markdown of issues and summaries."""

import re


def fenced(text: str, longest: int) -> str:
    """A block of Markdown that shows the text as it is, as far as it may."""
    shown = text.rstrip("\n") if len(text) <= longest else text[:longest] + "…"
    fence = "`" * max(3, _ticks(shown))
    return f"{fence}text\n{shown}\n{fence}"


def literal(text: object) -> str:
    """The text within a line of Markdown, as it is."""
    line = " ".join(str(text).split())
    fence = "`" * _ticks(line)
    return f"{fence} {line} {fence}"


def _ticks(text: str) -> int:
    """How many backticks enclose a text that may have some itself."""
    return max(map(len, re.findall("`+", text)), default=0) + 1
