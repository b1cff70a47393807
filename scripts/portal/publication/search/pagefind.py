"""All that is known of Pagefind and of its private formats."""

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
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


# What goes wrong is told in the dialog, in the reader's language, and not in the console.
TO_THE_DIALOG = (
    ("console.error(", "globalThis.searchFault?.("),
    ("this.init(options2?.language);", "this.init(options2?.language).catch(()=>{});"),
)


class Misaligned(Exception):
    """Pagefind counts other words than we do, so that marks would stand on the wrong ones."""


@dataclass(frozen=True)
class IndexedDocument:
    """A record as it is indexed: its words in normalised form, title first, and what the reader gets back."""

    language: str
    title: tuple[str, ...]
    text: tuple[str, ...]
    shown: str
    """JSON of address, page title, title, text and day, what is empty left out."""


def document_html(one: IndexedDocument) -> str:
    """The HTML that Pagefind reads: filters come back with a result and are not searched, unlike its other metadata."""
    title, text = (escape(" ".join(words)) for words in (one.title, one.text))
    record = escape(one.shown, quote=True)
    return (
        f'<!doctype html><html lang="{one.language}"><body data-pagefind-body>'
        f'<i data-pagefind-filter="record[data-record]" data-record="{record}"></i><h1>{title}</h1><p>{text}</p></body></html>'
    )


def _run_pagefind(source: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", source, "--output-path", output]
    # It notes on the error output that it has no Kyrgyz stemmer; that is what our normaliser is for.
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)


def _check_fragments(output: Path, documents: Iterable[IndexedDocument]) -> None:
    """Each fragment has the words of its record, one for one; its copy of them is dropped, since browsers make them of the text."""
    expected = {one.shown: len(one.title) + len(one.text) for one in documents}
    for file in (output / "fragment").iterdir():
        fragment = json.loads(unpack(file))
        shown = fragment["filters"]["record"][0]
        if expected.pop(shown, None) != fragment["word_count"]:
            raise Misaligned(f"{shown[:200]}: {fragment['word_count']}")
        slim = json.dumps(fragment | {"content": ""}, ensure_ascii=False, separators=(",", ":")).encode()
        file.write_bytes(pack(slim))
    if expected:
        raise Misaligned(f"{len(expected)} records are not in the index: {next(iter(expected))[:200]}")


def _split_language(output: Path, folder: Path, language: str) -> None:
    """Move one language's part to a folder of its own, so that any page can search in any language."""
    place = folder / language
    for kind in ("fragment", "index"):
        (place / kind).mkdir(parents=True)
        for file in (output / kind).glob(f"{language}_*"):
            file.rename(place / kind / file.name)
    entry = json.loads((output / "pagefind-entry.json").read_text(encoding="utf-8"))
    part = entry["languages"].get(language)
    entry["languages"] = {language: part} if part else {}
    (place / "pagefind-entry.json").write_text(compact_json(entry), encoding="utf-8")
    for file in output.glob(f"pagefind.{language}_*.pf_meta"):
        file.rename(place / file.name)
    wasm = f"wasm.{(part or {}).get('wasm') or 'unknown'}.pagefind"
    shutil.copy(output / wasm, place / wasm)


def _report_faults_to_dialog(script: str) -> str:
    """Pagefind's script with its faults handed to ours; ValueError for a version that is written otherwise."""
    for theirs, ours in TO_THE_DIALOG:
        if theirs not in script:
            raise ValueError(f"pagefind.js has no {theirs!r}: look how this version tells what went wrong")
        script = script.replace(theirs, ours)
    return script


def compact_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
