"""Pagefind's index made lighter to begin with: cut into smaller parts, its records called by numbers instead of hashes."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
"""What each of Pagefind's files begins with, once unpacked; the rest is CBOR or JSON."""
BEGINNING = 3
"""Words alike in as many letters stay together, so that a word's beginning or stem is looked for in the part that has it."""
SIZE = 5000
"""Places of words in a part, after which the next one begins: about 4 KB."""
PAGES, CHUNKS = 1, 2
"""Where Pagefind's metadata lists the records, each [name, number of words], and the parts, each [first word, last word, name]."""


def unpack(file: Path) -> bytes:
    """The content of one of Pagefind's files."""
    return gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE)


def pack(content: bytes) -> bytes:
    """A file of Pagefind's with this content."""
    return gzip.compress(SIGNATURE + content, mtime=0)


def lighten(place: Path, language: str) -> None:
    """Rewrite the index of a language in its folder: index/ and fragment/ and the *.pf_meta that lists them."""
    for file in place.glob("*.pf_meta"):
        meta = cbor2.loads(unpack(file))
        meta[PAGES] = _numbered(meta[PAGES], place / "fragment")
        meta[CHUNKS] = _cut(meta[CHUNKS], place / "index", language)
        file.write_bytes(pack(cbor2.dumps(meta)))


def _numbered(pages: list[Any], folder: Path) -> list[Any]:
    """The records under numbers, which hardly weigh, in a folder named after all of them, so that caches mix no two publications."""
    publication = _digest("".join(name for name, _ in pages).encode())
    (folder / publication).mkdir()
    for number, (name, _) in enumerate(pages):
        (folder / f"{name}.pf_fragment").rename(folder / publication / f"{number}.pf_fragment")
    return [[f"{publication}/{number}", count] for number, (_, count) in enumerate(pages)]


def _cut(chunks: list[Any], folder: Path, language: str) -> list[Any]:
    words = []
    for _, _, name in chunks:
        whole = folder / f"{name}.pf_index"
        words += cbor2.loads(unpack(whole))[0]
        whole.unlink()
    return [_write(part, folder, language) for part in _parts(words)]


def _parts(words: Iterable[Any]) -> Iterator[list[Any]]:
    """Words as Pagefind keeps them, [word, [[page, places, …], …], …] in the order of their letters, part by part."""
    part: list[Any] = []
    size = 0
    for _, alike in groupby(words, key=_beginning):
        for word in alike:
            part.append(word)
            size += sum(len(page[1]) + 1 for page in word[1])
        if size >= SIZE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _write(part: list[Any], folder: Path, language: str) -> list[str]:
    content = cbor2.dumps([part])
    name = f"{language}_{_digest(content)}"
    (folder / f"{name}.pf_index").write_bytes(pack(content))
    # Whatever begins like the last word belongs here too, and stands before this letter.
    return [_beginning(part[0]), _beginning(part[-1]) + "\U0010ffff", name]


def _beginning(word: list[Any]) -> str:
    return word[0][:BEGINNING]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]
