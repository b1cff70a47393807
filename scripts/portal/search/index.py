"""The index of the built site: normalised words for Pagefind, the original ones beside them for readers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.addresses import LANGUAGES
from portal.scripts import minify_folder
from portal.search import interface, morphology, names, parts, records, vocabulary
from portal.search.records import Record
from portal.search.words import normalised, spans, tidy

PLACE = "assets/search/index"
# What goes wrong is told in the dialog, in the reader's language, and not in the console.
TO_THE_DIALOG = (
    ("console.error(", "globalThis.searchFault?.("),
    ("this.init(options2?.language);", "this.init(options2?.language).catch(()=>{});"),
)


class Misaligned(Exception):
    """Pagefind counts other words than we do, so that marks would stand on the wrong ones."""


@dataclass(frozen=True)
class Document:
    """A record as it is indexed: its words in normalised form, title first, and what the reader gets back."""

    language: str
    title: tuple[str, ...]
    text: tuple[str, ...]
    shown: str
    """JSON of address, page title, title, text and day, what is empty left out."""


def build(site: Path) -> None:
    """Put the index of the built site beside the modules that read it; Misaligned if the words of a record are not where we say."""
    found = list(records.read(site))
    write(found, site / PLACE)
    minify_folder((site / PLACE).parent)


def write(found: Iterable[Record], folder: Path) -> None:
    """Write the index of these records into a new folder: a part for each language, and what all of them share."""
    found = list(found)
    shutil.rmtree(folder, ignore_errors=True)
    documents = [document(record) for record in found]
    with TemporaryDirectory() as temporary:
        source, output = Path(temporary, "source"), Path(temporary, "output")
        for number, one in enumerate(documents):
            file = source / one.language / f"{number:06}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page(one), encoding="utf-8")
        _run(source, output)
        _settle(output, documents)
        for language in LANGUAGES:
            _take(output, folder, language)
            parts.lighten(folder / language, language)
        script = (output / "pagefind.js").read_text(encoding="utf-8")
    (folder / "pagefind.js").write_text(_quiet(script), encoding="utf-8")
    (folder / "kyrgyz.json").write_text(_compact(_table()), encoding="utf-8")
    (folder / "names.json").write_text(_compact(names.gather(found)), encoding="utf-8")
    for language in LANGUAGES:
        (folder / language / "interface.json").write_text(_compact(interface.words(language)), encoding="utf-8")
        (folder / language / "words.txt").write_text(vocabulary.gather(found, language), encoding="utf-8")


def document(record: Record) -> Document:
    """A record with its words normalised."""
    title, text = tidy(record.title), tidy(record.text)
    shown = {"a": record.address, "p": record.page, "t": title, "o": text, "d": record.day}
    return Document(record.language, _words(title, record.language), _words(text, record.language), _compact({k: v for k, v in shown.items() if v}))


def page(one: Document) -> str:
    """The HTML that Pagefind reads: filters come back with a result and are not searched, unlike its other metadata."""
    title, text = (escape(" ".join(words)) for words in (one.title, one.text))
    record = escape(one.shown, quote=True)
    return (
        f'<!doctype html><html lang="{one.language}"><body data-pagefind-body>'
        f'<i data-pagefind-filter="record[data-record]" data-record="{record}"></i><h1>{title}</h1><p>{text}</p></body></html>'
    )


def _words(text: str, language: str) -> tuple[str, ...]:
    return tuple(normalised(text[start:end], language) for start, end in spans(text))


def _run(source: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", source, "--output-path", output]
    # It notes on the error output that it has no Kyrgyz stemmer; that is what our normaliser is for.
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)


def _settle(output: Path, documents: Iterable[Document]) -> None:
    """Each fragment has the words of its record, one for one; its copy of them is dropped, since browsers make them of the text."""
    expected = {one.shown: len(one.title) + len(one.text) for one in documents}
    for file in (output / "fragment").iterdir():
        fragment = json.loads(parts.unpack(file))
        shown = fragment["filters"]["record"][0]
        if expected.pop(shown, None) != fragment["word_count"]:
            raise Misaligned(f"{shown[:200]}: {fragment['word_count']}")
        slim = json.dumps(fragment | {"content": ""}, ensure_ascii=False, separators=(",", ":")).encode()
        file.write_bytes(parts.pack(slim))
    if expected:
        raise Misaligned(f"{len(expected)} records are not in the index: {next(iter(expected))[:200]}")


def _take(output: Path, folder: Path, language: str) -> None:
    """Move one language's part to a folder of its own, so that any page can search in any language."""
    place = folder / language
    for kind in ("fragment", "index"):
        (place / kind).mkdir(parents=True)
        for file in (output / kind).glob(f"{language}_*"):
            file.rename(place / kind / file.name)
    entry = json.loads((output / "pagefind-entry.json").read_text(encoding="utf-8"))
    part = entry["languages"].get(language)
    entry["languages"] = {language: part} if part else {}
    (place / "pagefind-entry.json").write_text(_compact(entry), encoding="utf-8")
    for file in output.glob(f"pagefind.{language}_*.pf_meta"):
        file.rename(place / file.name)
    wasm = f"wasm.{(part or {}).get('wasm') or 'unknown'}.pagefind"
    shutil.copy(output / wasm, place / wasm)


def _quiet(script: str) -> str:
    """Pagefind's script with its faults handed to ours; ValueError for a version that is written otherwise."""
    for theirs, ours in TO_THE_DIALOG:
        if theirs not in script:
            raise ValueError(f"pagefind.js has no {theirs!r}: look how this version tells what went wrong")
        script = script.replace(theirs, ours)
    return script


def _table() -> dict[str, object]:
    """The Kyrgyz table without what only its authors read."""
    table = {key: value for key, value in morphology.table().items() if key != "about"}
    spoken = {"about", "name", "example"}
    trimmed = {key: [{k: v for k, v in item.items() if k not in spoken} for item in table[key]] for key in ("classes", "whole")}
    return table | trimmed | {"verbs": {"words": table["verbs"]["words"]}}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
