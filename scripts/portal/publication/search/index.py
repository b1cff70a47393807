"""The search index of the built site: normalised words for Pagefind, and the original ones for readers."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from portal.languages import LANGUAGES
from portal.publication.assets import scripts
from portal.publication.search import dictionary, morphology, pagefind
from portal.publication.search.documents import SearchDocument
from portal.publication.search.pagefind import IndexedDocument
from portal.publication.search.tokens import normalise, plain_line, spans
from portal.wording.phrases import phrases

PLACE = "assets/search/index"
STRINGS = (
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
)


def build_index(site: Path, documents: Iterable[SearchDocument]) -> None:
    """Write the index of these documents into the built site, beside the modules that read it."""
    write_index(documents, site / PLACE)
    scripts.minify_modules((site / PLACE).parent)


def write_index(found: Iterable[SearchDocument], folder: Path) -> None:
    """Write the index of these documents into a new folder: one bundle per language, and the files they share."""
    found = list(found)
    shutil.rmtree(folder, ignore_errors=True)
    for language in LANGUAGES:
        place = folder / language
        documents = [indexed(one) for one in found if one.language == language]
        # One bundle per language: in a common one, Pagefind would only search the language of the page.
        pagefind.write_bundle(documents, language, place)
        _write_json(place / "strings.json", interface_strings(language))
        (place / "dictionary.txt").write_text(dictionary.word_list(documents), encoding="utf-8", newline="\n")
    _write_json(folder / "kyrgyz.json", morphology.browser_table())
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


def interface_strings(language: str) -> dict[str, str]:
    """The strings of the search, by their keys without "search_"; scripts fill in $count and $query."""
    return {key.removeprefix("search_"): phrases()[key][language] for key in STRINGS}
