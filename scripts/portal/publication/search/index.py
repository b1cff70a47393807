"""The index of the built site: normalised words for Pagefind, the original ones beside them for readers."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.languages import LANGUAGES
from portal.publication.assets import scripts
from portal.publication.search import dictionary, documents, pagefind
from portal.publication.search.documents import SearchDocument
from portal.publication.search.kyrgyz import morphology
from portal.publication.search.pagefind import (
    IndexedDocument,
    _check_fragments,
    _report_faults_to_dialog,
    _run_pagefind,
    _split_language,
    compact_json,
    document_html,
)
from portal.publication.search.tokens import normalise, plain_line, spans
from portal.wording.catalogue import catalogue

PLACE = "assets/search/index"


def build_index(site: Path) -> None:
    """Put the index of the built site beside the modules that read it; Misaligned if the words of a record are not where we say."""
    found = list(documents.read_documents(site))
    write_index(found, site / PLACE)
    scripts.minify_modules((site / PLACE).parent)


def write_index(found: Iterable[SearchDocument], folder: Path) -> None:
    """Write the index of these records into a new folder: a part for each language, and what all of them share."""
    found = list(found)
    shutil.rmtree(folder, ignore_errors=True)
    documents = [indexed(record) for record in found]
    with TemporaryDirectory() as temporary:
        source, output = Path(temporary, "source"), Path(temporary, "output")
        for number, one in enumerate(documents):
            file = source / one.language / f"{number:06}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document_html(one), encoding="utf-8")
        _run_pagefind(source, output)
        _check_fragments(output, documents)
        for language in LANGUAGES:
            _split_language(output, folder, language)
            pagefind.lighten(folder / language, language)
        script = (output / "pagefind.js").read_text(encoding="utf-8")
    (folder / "pagefind.js").write_text(_report_faults_to_dialog(script), encoding="utf-8")
    (folder / "kyrgyz.json").write_text(compact_json(_table()), encoding="utf-8")
    (folder / "names.json").write_text(compact_json(dictionary.official_names(found)), encoding="utf-8")
    for language in LANGUAGES:
        (folder / language / "interface.json").write_text(compact_json(interface_strings(language)), encoding="utf-8")
        (folder / language / "words.txt").write_text(dictionary.word_list(found, language), encoding="utf-8")


def indexed(record: SearchDocument) -> IndexedDocument:
    """A record with its words normalised."""
    title, text = plain_line(record.title), plain_line(record.text)
    shown = {"a": record.address, "p": record.page, "t": title, "o": text, "d": record.day}
    return IndexedDocument(
        record.language,
        _words(title, record.language),
        _words(text, record.language),
        compact_json({k: v for k, v in shown.items() if v}),
    )


def _words(text: str, language: str) -> tuple[str, ...]:
    return tuple(normalise(text[start:end], language) for start, end in spans(text))


def _table() -> dict[str, object]:
    """The Kyrgyz table without what only its authors read."""
    table = {key: value for key, value in morphology.table().items() if key != "about"}
    spoken = {"about", "name", "example"}
    trimmed = {
        key: [{k: v for k, v in item.items() if k not in spoken} for item in table[key]] for key in ("classes", "whole")
    }
    return table | trimmed | {"verbs": {"words": table["verbs"]["words"]}}


INTERFACE = (
    "search_hint",
    "search_waiting",
    "search_found_one",
    "search_found_few",
    "search_found_many",
    "search_found_other",
    "search_none",
    "search_no_words",
    "search_meant",
    "search_elsewhere",
    "search_names",
    "search_more",
    "search_all",
    "search_offline",
    "search_broken",
)


def interface_strings(language: str) -> dict[str, str]:
    """The words of a language by what follows "search_" in their keys, "$count" and "$query" still to be filled in."""
    return {key.removeprefix("search_"): catalogue()[key][language] for key in INTERFACE}
