"""Write what is mended on reading into the file of a page; nothing else is touched."""

from pathlib import Path

from portal.content.mending.page_files import BOM, read_page


def fixed_file(name: Path, data: bytes) -> bytes:
    """The file of a page, called `name` below the project, with everything mended.

    A file that cannot be read as a page is left as it is. Line endings are kept; a byte order mark is removed.
    """
    page, _ = read_page(name, data)
    if page is None or not page.fixes or b"\0" in data:
        return data
    return _with_endings(page.text, data.removeprefix(BOM).decode("utf-8")).encode("utf-8")


def _with_endings(text: str, before: str) -> str:
    """The text with the line endings of the file; with the most common one where they were mixed."""
    endings = [line[len(line.rstrip("\r\n")) :] for line in before.splitlines(keepends=True)] if "\r" in before else []
    return text.replace("\n", max({*endings} - {""}, key=endings.count, default="\n"))
