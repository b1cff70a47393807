"""The index of the built site: normalised words for Pagefind, the original ones beside them for readers."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from portal.languages import LANGUAGES
from portal.publication.assets import scripts
from portal.publication.search import dictionary, pagefind
from portal.publication.search.documents import SearchDocument, read_documents
from portal.publication.search.kyrgyz import morphology
from portal.publication.search.pagefind import IndexedDocument
from portal.publication.search.tokens import normalise, plain_line, spans
from portal.wording.catalogue import catalogue

PLACE = "assets/search/index"


def build_index(site: Path) -> None:
    """Put the index of the built site beside the modules that read it."""
    write_index(read_documents(site), site / PLACE)
    scripts.minify_modules((site / PLACE).parent)


def write_index(found: Iterable[SearchDocument], folder: Path) -> None:
    """Write the index of these documents into a new folder: a bundle for each language, and what all of them share."""
    found = list(found)
    shutil.rmtree(folder, ignore_errors=True)
    for language in LANGUAGES:
        place = folder / language
        # Apart, so that any page can search in any language: Pagefind takes that of the page if a bundle has several.
        documents = [indexed(one) for one in found if one.language == language]
        pagefind.write_bundle(documents, language, place)
        _write_json(place / "interface.json", interface_strings(language))
        (place / "words.txt").write_text(dictionary.word_list(documents), encoding="utf-8", newline="\n")
    _write_json(folder / "kyrgyz.json", _table())
    _write_json(folder / "names.json", dictionary.official_names(found))


def indexed(document: SearchDocument) -> IndexedDocument:
    """A document with its words normalised."""
    title, text = plain_line(document.title), plain_line(document.text)
    meta = {"address": document.address, "page": document.page, "title": title, "text": text, "day": document.day}
    return IndexedDocument(_words(title, document.language), _words(text, document.language), meta)


def _words(text: str, language: str) -> tuple[str, ...]:
    return tuple(normalise(text[start:end], language) for start, end in spans(text))


def _write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


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
