"""The search index of the built site: normalised words for Pagefind, and the original ones for readers."""

import re
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from portal.addresses import page_url
from portal.compact_json import compact_json
from portal.content.glossary import GLOSSARY
from portal.languages import LANGUAGES
from portal.publication.assets.minified import minify_modules
from portal.publication.search import morphology
from portal.publication.search.bundle import make_bundle
from portal.publication.search.documents import SearchDocument
from portal.publication.search.indexed import IndexedDocument, indexed
from portal.publication.site_files import write_file
from portal.store import UNKEPT, Results
from portal.wording.months import NAMES
from portal.wording.phrases import phrases, read_language_file

PLACE = "assets/search/index"
START = "start.json"
"""What the search asks for first, in the folder of a language."""
FOUND = ("found_one", "found_few", "found_many", "found_other")
STRINGS = (
    "hint",
    "waiting",
    *FOUND,
    "none",
    "no_words",
    "elsewhere",
    "names",
    "more",
    "corrected",
    "instead",
    "contents",
)
CONTACT = "contact"
TITLE_PARTS, TERM_PARTS = re.compile(": "), re.compile(r"[()]| [—–] ")
"""What stands between the names in a title: “Strategy: what is known”, “LSG – local self-government (LSG)”."""
AT_ONCE = 2
"""As many chunks of the index a browser loads before it knows which it needs."""


def build_index(site: Path, documents: Iterable[SearchDocument], results: Results = UNKEPT) -> None:
    """Write the index of these documents into the built site, beside the modules that read it."""
    write_index(documents, site, results, f"{PLACE}/")
    minify_modules((site / PLACE).parent)


def write_index(found: Iterable[SearchDocument], folder: Path, results: Results = UNKEPT, place: str = "") -> None:
    """Write the index of these documents into `place` of a folder: a bundle per language, and the files they share."""
    found = list(found)
    for language in LANGUAGES:
        documents = [one for one in found if one.language == language]
        work = partial(_as_text, documents, language, results)
        files = results.last_result(f"search index {language}", _digest(documents, language), work)
        for name, content in files.items():
            write_file(folder, f"{place}{language}/{name}", b64decode(content))
    write_file(folder, f"{place}kyrgyz.json", compact_json(morphology.browser_table()).encode())
    write_file(folder, f"{place}names.json", compact_json(official_names(found)).encode())


def _digest(documents: Iterable[SearchDocument], language: str) -> str:
    """A hash of all that the index of a language depends on."""
    digest = sha256(language.encode())
    for document in documents:
        digest.update("\0".join(document).encode() + b"\0")
    return digest.hexdigest()


def _as_text(documents: Sequence[SearchDocument], language: str, results: Results) -> dict[str, str]:
    files = language_files(documents, language, results)
    return {name: b64encode(content).decode() for name, content in files.items()}


def language_files(found: Sequence[SearchDocument], language: str, results: Results = UNKEPT) -> dict[str, bytes]:
    """All files of the index of a language."""
    pages = groupby(found, key=lambda each: each.address.partition("#")[0])
    documents = [one for _, page in pages for one in indexed(page, language, results)]
    # One bundle per language: in a common one, Pagefind would only search the language of the page.
    bundle = make_bundle(documents, language, results)
    pages_first = sorted(found, key=lambda one: ("#" in one.address, one.address))
    named = [(one.address, names) for one in pages_first if (names := names_of(one))]
    start = {
        "meta": bundle.meta,
        "chunks": bundle.chunks if len(bundle.chunks) <= AT_ONCE else (),
        "names": [(bundle.fragments[place], *names) for place, names in named if place in bundle.fragments],
        "months": NAMES[language],
        "strings": interface_strings(language),
        "contact": next((one.title for one in found if one.address == page_url(CONTACT, language)), None),
    }
    return {**bundle.files, START: compact_json(start).encode(), "dictionary.txt": word_list(documents).encode()}


def names_of(document: SearchDocument) -> tuple[str, ...]:
    """The names under which readers ask for this page or entry of the glossary; none for other sections and news."""
    address, _, anchor = document.address.partition("#")
    path = address.removeprefix(page_url("", document.language)).rstrip("/")
    if document.day or (anchor and path != GLOSSARY):
        return ()
    parts = [part.strip() for part in (TERM_PARTS if anchor else TITLE_PARTS).split(document.title)]
    key = path or "home"
    known = [] if anchor else [phrases().get(key, {}).get(document.language, ""), *page_names(key, document.language)]
    return tuple(dict.fromkeys(filter(None, [document.title, *parts, *known])))


def page_names(key: str, language: str) -> list[str]:
    names: list[str] = read_language_file("page_names.yml").get(key, {}).get(language, [])
    return names


def interface_strings(language: str) -> dict[str, str]:
    """The strings of the search, by their keys without "search_"; scripts fill in $count, $query and $shown."""
    return {name: phrases()[f"search_{name}"][language] for name in STRINGS}


def word_list(documents: Iterable[IndexedDocument]) -> str:
    """The normalised words of the documents for "did you mean", one per line, without numbers."""
    found = {word for document in documents for word in (*document.title, *document.text)}
    return "".join(f"{word}\n" for word in sorted(filter(str.isalpha, found)))


def official_names(documents: Iterable[SearchDocument]) -> list[dict[str, str]]:
    """For each entry of the glossary that all languages have, its title in each."""
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for document in documents:
        address, _, anchor = document.address.partition("#")
        if anchor and address == page_url(GLOSSARY, document.language):
            titles[anchor][document.language] = document.title
    return [title for title in titles.values() if len(title) == len(LANGUAGES)]
