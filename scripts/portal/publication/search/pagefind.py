"""Pagefind's private formats, with `postings.py` and `word_index.py`; tests/search/test_pagefind.py watches over them.

What Pagefind makes for a language:
    pagefind.js                 its program; overrides/assets/search/pagefind.js does the same in a tenth of the bytes
    pagefind-entry.json         {"languages": {"ky": {"hash": "ky_0123", "wasm": null, "page_count": 9}}, …}
    pagefind.ky_0123.pf_meta    [version, [[fragment, words], …], [[first, last, chunk], …], filters, sorts, ["title"]]
    wasm.unknown.pagefind       the search itself, with the stemmer of the language if Pagefind has one
    index/*.pf_index            chunks of the index: [[[stem, postings, [[written, postings], …]], …]]
    fragment/*.pf_fragment      one document each, as JSON; ours hold several, with what readers see of them
The search itself and the *.pf_* files are gzip of SIGNATURE and the content: CBOR, or JSON for fragments. Postings are
[[document, places, places in the title], …]: numbers as steps from the one before, in places after a weight w as -w-1.

Pagefind reads each word of a language once, and so says what the word is found by; given all documents, it would take
half of a build. `bundle.py` writes the *.pf_* files. Their names are hashes of their content, so that caches never mix
two publications.
"""

import gzip
import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from io import BufferedReader
from itertools import repeat
from subprocess import PIPE, Popen
from typing import Any

from pagefind.service import get_executable

from portal.publication.search import cbor
from portal.publication.search.postings import TITLE_WEIGHT, Term

SIGNATURE = b"pagefind_dcd"
UNKNOWN_SYSTEM = b"\xff"
"""The tenth byte of gzip names the system that packed it, and depends on the version of Python."""


class WordCountError(Exception):
    """Pagefind counts words differently than we do: highlights would be on the wrong ones."""


@dataclass(frozen=True)
class Analysis:
    """What Pagefind knows of the words of a language."""

    terms: Mapping[str, Sequence[Term]]
    program: bytes
    """The search itself, packed."""
    version: str


def read_words(words: Sequence[str], language: str) -> Analysis:
    """Let Pagefind read these words, each of them once; WordCountError if it splits one."""
    head = f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
    # Words that may have parts are read in a title too, for parts weigh less there by another rule.
    read = {"p": words, "h1": [word for word in words if not word.isalnum()]}
    given = {
        f"/{tag}.html": f"{head}<{tag}>{escape(' '.join(some))}</{tag}></body></html>"
        for tag, some in read.items()
        if some
    }
    bundle = run_pagefind(given)
    entry = json.loads(bundle["pagefind-entry.json"])["languages"][language]
    version, counts, *_ = cbor.decode(unpack(bundle[f"pagefind.{entry['hash']}.pf_meta"]))
    if (found := [count for _, count in counts]) != [len(some) for some in read.values() if some]:
        raise WordCountError(f"{language}: {found} words, {words[:9]} …")
    chunks = (cbor.decode(unpack(content))[0] for name, content in bundle.items() if name.startswith("index/"))
    terms = _terms(tuple(read.values()), (entry for chunk in chunks for entry in chunk))
    return Analysis(terms, bundle[f"wasm.{entry['wasm'] or 'unknown'}.pagefind"], version)


def _terms(read: Sequence[Sequence[str]], entries: Iterable[Any]) -> dict[str, list[Term]]:
    """The terms of each word, from an index of a document with all words as its text, one with some as its title."""
    weights = defaultdict[tuple[str, str, str], tuple[list[int], list[int]]](lambda: ([], []))
    for stem, plain, variants in entries:
        for written, postings in (("", plain), *variants):
            document = 0
            for step, places, _ in postings:
                document += step
                for place, weight in _weighted(places):
                    weights[read[document][place], stem, written][document].append(weight)
    terms: dict[str, list[Term]] = {word: [] for word in read[0]}
    for (word, *stem), (in_text, in_title) in weights.items():
        terms[word] += map(partial(Term, *stem), in_text, in_title or repeat(TITLE_WEIGHT))
    return terms


def _weighted(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Each place of a posting with its weight."""
    place = weight = 0
    for each in places:
        if each < 0:
            place, weight = 0, -each - 1
        else:
            place += each
            yield place, weight


def pack(content: bytes) -> bytes:
    packed = gzip.compress(SIGNATURE + content, compresslevel=5, mtime=0)
    return packed[:9] + UNKNOWN_SYSTEM + packed[10:]


def unpack(packed: bytes) -> bytes:
    return gzip.decompress(packed).removeprefix(SIGNATURE)


def run_pagefind(html: Mapping[str, str]) -> dict[str, bytes]:
    """Pagefind's own bundle, by path, for this HTML by url, numbered in this order."""
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
    service.stdin.write(b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b",")
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
