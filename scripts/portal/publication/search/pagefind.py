"""Pagefind's private formats, all in this file; tests/search/test_pagefind.py fails if a new version differs.

The bundle of a language, in the order in which a browser loads it:
    pagefind.js                 the program, which finds the rest in its own folder
    pagefind-entry.json         {"languages": {"ky": {"hash": "ky_0123", "wasm": null, "page_count": 9}}, …}
    pagefind.ky_0123.pf_meta    the names of all chunks and fragments
    wasm.unknown.pagefind       the search itself, with the stemmer of the language if Pagefind has one
    index/*.pf_index            chunks of the index
    fragment/*.pf_fragment      one document each: {"url", "content", "word_count", "filters", "meta", "anchors"}
The *.pf_* files are gzip of SIGNATURE and CBOR, or JSON for fragments. Their names are hashes of what Pagefind put
into them, so that caches never mix two publications.
"""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SIGNATURE = b"pagefind_dcd"


class WordCountError(Exception):
    """Pagefind counts words differently than we do: highlights would be on the wrong ones."""


@dataclass(frozen=True)
class IndexedDocument:
    """Normalised words to search in, and what readers see, as the meta of the fragment."""

    title: tuple[str, ...]
    text: tuple[str, ...]
    meta: Mapping[str, str]

    @property
    def url(self) -> str:
        """A hash of what readers see: Pagefind names fragments after what it has read, the url included."""
        return f"/{sha256(_json(self.meta)).hexdigest()[:16]}.html"


def write_bundle(documents: Iterable[IndexedDocument], language: str, folder: Path) -> None:
    """Write the bundle of a language into a new folder; WordCountError if Pagefind splits words differently."""
    # Pagefind leaves out a page without words, such as a section whose heading is a dash.
    by_url = {document.url: document for document in documents if document.title or document.text}
    if not by_url:
        folder.mkdir(parents=True)
        (folder / "pagefind-entry.json").write_text('{"languages":{}}', encoding="utf-8")
        return
    with TemporaryDirectory() as source:
        # Files and the command line: 0.3 s for 270 documents; Pagefind's service (add_custom_record) took 27.8 s.
        head = f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
        for url, document in by_url.items():
            title, text = (escape(" ".join(words)) for words in (document.title, document.text))
            Path(source + url).write_text(f"{head}<h1>{title}</h1><p>{text}</p></body></html>", encoding="utf-8")
        run_pagefind(Path(source), folder)
    _complete_fragments(folder / "fragment", by_url)
    _remove_unused(folder, language)


def run_pagefind(source: Path, output: Path) -> None:
    """Write Pagefind's own bundle for a folder of HTML."""
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(source), "--output-path", str(output)]
    # Captured, since it warns of having no Kyrgyz stemmer: the words are stemmed already.
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)


def read_fragment(file: Path) -> dict[str, Any]:
    fragment: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
    return fragment


def _complete_fragments(folder: Path, by_url: Mapping[str, IndexedDocument]) -> None:
    """Put what readers see into the fragments, in place of the normalised words."""
    files = list(folder.iterdir())
    if len(files) != len(by_url):
        raise RuntimeError(f"{len(by_url)} documents gave {len(files)} fragments")
    for file in files:
        fragment = read_fragment(file)
        document = by_url[fragment["url"]]
        if fragment["word_count"] != len(document.title) + len(document.text):
            raise WordCountError(f"{document.meta}: {fragment['word_count']}")
        content = _json(fragment | {"content": "", "meta": document.meta})
        file.write_bytes(gzip.compress(SIGNATURE + content, compresslevel=6, mtime=0))


def _remove_unused(folder: Path, language: str) -> None:
    """Remove Pagefind's own interfaces and the stemmers of other languages."""
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"][language]
    used = {
        "pagefind.js",
        "pagefind-entry.json",
        f"pagefind.{entry['hash']}.pf_meta",
        f"wasm.{entry['wasm'] or 'unknown'}.pagefind",
    }
    for file in folder.iterdir():
        if file.is_file() and file.name not in used:
            file.unlink()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
