"""Pagefind's private formats, all in this file; tests/search/test_pagefind.py fails if a new version differs.

What Pagefind makes for a language:
    pagefind.js                 its program; overrides/assets/search/pagefind.js does the same in a tenth of the bytes
    pagefind-entry.json         {"languages": {"ky": {"hash": "ky_0123", "wasm": null, "page_count": 9}}, …}
    pagefind.ky_0123.pf_meta    the names of all chunks and fragments
    wasm.unknown.pagefind       the search itself, with the stemmer of the language if Pagefind has one
    index/*.pf_index            chunks of the index
    fragment/*.pf_fragment      one document each: {"url", "content", "word_count", "filters", "meta", "anchors"}
The search itself and the *.pf_* files are gzip of SIGNATURE and the content: CBOR, or JSON for fragments. The names
are hashes of what Pagefind put into them, so that caches never mix two publications.
"""

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from io import BufferedReader
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

from pagefind.service import get_executable

SIGNATURE = b"pagefind_dcd"
PROGRAM = "wasm.pagefind"
"""The search itself, in the folder of its language."""
UNKNOWN_SYSTEM = b"\xff"
"""The tenth byte of gzip names the system that packed it, and depends on the version of Python."""


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


@dataclass(frozen=True)
class Bundle:
    """What a browser must know of a written bundle to open it."""

    meta: str | None = None
    """The file that it reads first; None for a bundle without documents."""
    chunks: tuple[str, ...] = ()
    fragments: Mapping[str, str] = field(default_factory=dict)
    """The name of the fragment of each document, by its address."""


def write_bundle(documents: Iterable[IndexedDocument], language: str, folder: Path) -> Bundle:
    """Write the bundle of a language into a new folder; WordCountError if Pagefind splits words differently."""
    # Pagefind leaves out a page without words, such as a section whose heading is a dash.
    by_url = {document.url: document for document in documents if document.title or document.text}
    folder.mkdir(parents=True)
    if not by_url:
        return Bundle()
    bundle = run_pagefind({url: _html(document, language) for url, document in sorted(by_url.items())})
    entry = json.loads(bundle["pagefind-entry.json"])["languages"][language]
    meta = f"pagefind.{entry['hash']}.pf_meta"
    packed = {meta: bundle[meta], PROGRAM: bundle[f"wasm.{entry['wasm'] or 'unknown'}.pagefind"]}
    chunks = tuple(sorted(name for name in bundle if name.startswith("index/")))
    fragments = {}
    for name in (name for name in bundle if name.startswith("fragment/")):
        document = by_url[read_fragment(bundle[name])["url"]]
        packed[name], fragments[document.meta["address"]] = _completed(bundle[name], document), Path(name).stem
    if len(fragments) != len(by_url):
        raise RuntimeError(f"{len(by_url)} documents gave {len(fragments)} fragments")
    for name, content in {**packed, **{name: bundle[name] for name in chunks}}.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    return Bundle(meta, tuple(Path(name).stem for name in chunks), fragments)


def _html(document: IndexedDocument, language: str) -> str:
    title, text = (escape(" ".join(words)) for words in (document.title, document.text))
    head = f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
    return f"{head}<h1>{title}</h1><p>{text}</p></body></html>"


def run_pagefind(html: Mapping[str, str]) -> dict[str, bytes]:
    """Pagefind's own bundle, by path, for this HTML by url.

    Pagefind numbers documents in the order in which it gets them; from a folder it would get them in that of the disk.
    """
    files = [{"type": "AddFile", "index_id": 0, "url": url, "file_contents": text} for url, text in html.items()]
    # Not the library's PagefindService: that sleeps for 0.1 s before each answer.
    with Popen([str(get_executable()), "--service"], stdin=PIPE, stdout=PIPE) as service:
        _ask(service, {"type": "NewIndex", "config": {}})
        for file in files:
            _ask(service, file)
        bundle = _ask(service, {"type": "GetFiles", "index_id": 0})["files"]
    return {file["path"]: b64decode(file["content"]) for file in bundle}


def _ask(service: Popen[bytes], request: dict[str, Any]) -> dict[str, Any]:
    """What Pagefind's service answers to a request; both end with a comma."""
    assert service.stdin and isinstance(service.stdout, BufferedReader)
    service.stdin.write(b64encode(_json({"message_id": 1, "payload": request})) + b",")
    service.stdin.flush()
    answer = bytearray()
    while chunk := service.stdout.read1():
        answer += chunk
        if answer.endswith(b","):
            break
    payload: dict[str, Any] = json.loads(b64decode(answer))["payload"]
    if payload["type"] == "Error":
        raise RuntimeError(payload["message"])
    return payload


def read_fragment(packed: bytes) -> dict[str, Any]:
    fragment: dict[str, Any] = json.loads(gzip.decompress(packed).removeprefix(SIGNATURE))
    return fragment


def _completed(packed: bytes, document: IndexedDocument) -> bytes:
    """A fragment with what readers see, in place of the normalised words."""
    fragment = read_fragment(packed)
    if fragment["word_count"] != len(document.title) + len(document.text):
        raise WordCountError(f"{document.meta}: {fragment['word_count']}")
    content = _json(fragment | {"content": "", "meta": document.meta})
    repacked = gzip.compress(SIGNATURE + content, compresslevel=6, mtime=0)
    return repacked[:9] + UNKNOWN_SYSTEM + repacked[10:]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
