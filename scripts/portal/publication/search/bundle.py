"""The index of one language as browsers read it: the search itself, chunks of words, and what readers see."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from portal.compact_json import compact_json
from portal.publication.search import cbor
from portal.publication.search.analysis import analyse
from portal.publication.search.indexed import IndexedDocument
from portal.publication.search.pagefind import pack
from portal.publication.search.word_index import WordIndex
from portal.store import UNKEPT, Results

PROGRAM = "wasm.pagefind"
"""The search itself, in the folder of its language."""
TOGETHER = 6_000
"""The letters in a fragment, after which the next begins: a site of thousands of sections has not as many files."""
SHORTEST_NAME = 8
"""The digits of a hash in the name of a file: browsers load the names of all fragments."""


@dataclass(frozen=True)
class Bundle:
    """What a browser must know of a written bundle to open it."""

    meta: str | None = None
    """The file that it reads first; None for a bundle without documents."""
    chunks: tuple[str, ...] = ()
    fragments: Mapping[str, str] = field(default_factory=dict)
    """The place of each document by its address: the name of a fragment, a dash, and its number there."""
    files: Mapping[str, bytes] = field(default_factory=dict)


def make_bundle(documents: Iterable[IndexedDocument], language: str, results: Results = UNKEPT) -> Bundle:
    """The bundle of a language; WordCountError if Pagefind splits words differently."""
    # What has no words, such as a section whose heading is a dash, is never found.
    found = sorted((each for each in documents if each.title or each.text), key=lambda each: each.meta["address"])
    if not found:
        return Bundle()
    analysis = analyse(sorted({word for each in found for word in (*each.title, *each.text)}), language, results)
    words = WordIndex(analysis.terms)
    for each in found:
        words.add(each.title, each.text)
    files = {PROGRAM: analysis.program}
    chunks = [(chunk.first, chunk.last, _add(files, chunk.content, "index/", ".pf_index")) for chunk in words.chunks()]
    fragments = dict(_add_fragments(files, found, results))
    counts = [(fragments[each.meta["address"]], len(each.title) + len(each.text)) for each in found]
    meta = cbor.encode((analysis.version, counts, chunks, (), (), ("title",)))
    name = _add(files, meta, f"pagefind.{language}_", ".pf_meta")
    return Bundle(f"{name}.pf_meta", tuple(sorted(name for _, _, name in chunks)), fragments, files)


def _add_fragments(
    files: dict[str, bytes], documents: Iterable[IndexedDocument], results: Results
) -> Iterator[tuple[str, str]]:
    """Add what readers see, packed once for all builds; yields the address of each document with its place."""
    for group in _groups(documents):
        shown = compact_json([each.meta for each in group])
        name = _add(files, shown.encode(), "fragment/", ".pf_fragment", results)
        for number, each in enumerate(group):
            yield each.meta["address"], f"{name}-{number}"


def _groups(documents: Iterable[IndexedDocument]) -> Iterator[list[IndexedDocument]]:
    group, letters = list[IndexedDocument](), 0
    for each in documents:
        group.append(each)
        letters += len(each.meta["text"])
        if letters >= TOGETHER:
            yield group
            group, letters = [], 0
    if group:
        yield group


def _add(files: dict[str, bytes], content: bytes, beginning: str, ending: str, results: Results = UNKEPT) -> str:
    """Add a file named by a hash of its content; returns the name without its folder and ending."""
    digest, length = sha256(content).hexdigest(), SHORTEST_NAME
    while (path := f"{beginning}{digest[:length]}") + ending in files:
        length += 1
    files[path + ending] = b64decode(results.result("packed", content, lambda: b64encode(pack(content)).decode()))
    return path.rpartition("/")[2]
