"""A file that pages show or link to, and the kinds that there may be."""

from dataclasses import dataclass

PHOTOGRAPHS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "heic": "HEIF",
    "gif": "GIF",
}
"""Kinds of pictures made of pixels, by ending, with the name that Pillow has for them."""
DRAWING = "svg"
DOCUMENTS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "csv": "CSV"}
KINDS = (*PHOTOGRAPHS, DRAWING, *DOCUMENTS)


@dataclass(frozen=True)
class Asset:
    """One file; `name` is its place within docs/ and on the site: "assets/meeting.jpg"."""

    name: str
    kind: str
    size: int
    """In bytes."""
    width: int = 0
    height: int = 0
    """Of a picture, upright; 0 where it has no size of its own."""

    @property
    def is_photograph(self) -> bool:
        return self.kind in PHOTOGRAPHS

    @property
    def is_document(self) -> bool:
        return self.kind in DOCUMENTS
