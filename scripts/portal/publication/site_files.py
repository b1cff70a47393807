"""The files of the built site, by their names: a site has thousands, and pathlib would take several times as long."""

import os
from contextlib import suppress
from pathlib import Path

PAGE = "index.html"
LAST_SITE = "LAST_SITE"
"""The variable that names the folder of the last site, if there is one."""


def site_files(folder: Path) -> list[str]:
    """The names of all files below a folder, relative to it and sorted."""
    start = len(os.fspath(folder)) + 1
    found = (f"{place}/{name}"[start:] for place, _, names in os.walk(folder) for name in names)
    return sorted(name.replace(os.sep, "/") for name in found)


def read_file(folder: Path, name: str) -> bytes:
    """The content of a file."""
    with open(f"{os.fspath(folder)}/{name}", "rb", buffering=0) as file:
        return file.read()


def write_file(folder: Path, name: str, content: bytes) -> None:
    """Write a file and the folders above it; where it is as in the last site, link it, which is far quicker."""
    place = f"{os.fspath(folder)}/{name}"
    if not os.path.isdir(above := os.path.dirname(place)):
        os.makedirs(above)
    with suppress(FileNotFoundError):
        os.unlink(place)  # It may be a link, through which the last site would be written.
    last = os.environ.get(LAST_SITE)
    if not (last and _is_linked(f"{last}/{name}", place, content)):
        with open(place, "wb") as file:
            file.write(content)


def write_page(folder: Path, url: str, html: str) -> None:
    """Write the page at an address below the root."""
    write_file(folder, f"{url}{PAGE}", html.encode())


def _is_linked(last: str, place: str, content: bytes) -> bool:
    """Whether a file has this content and now stands at `place` too, which some disks cannot do."""
    with suppress(OSError), open(last, "rb", buffering=0) as file:
        if file.read() == content:
            os.link(last, place)
            return True
    return False
