"""The files of a picture in several widths, as `srcset` names them: "a.400.webp 400w, a.800.webp 800w"."""

from collections.abc import Callable, Iterator


def candidates(srcset: str) -> Iterator[tuple[str, str]]:
    """The address and the width of each."""
    for candidate in srcset.split(", "):
        address, _, width = candidate.rpartition(" ")
        yield address, width


def with_addresses(srcset: str, change: Callable[[str], str]) -> str:
    """The same with every address changed."""
    return ", ".join(f"{change(address)} {width}" for address, width in candidates(srcset))
