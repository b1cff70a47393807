"""Data of "did you mean": the words of the index, and official names."""

from collections import defaultdict
from collections.abc import Iterable

from portal.addresses import page_url
from portal.content.glossary import GLOSSARY
from portal.languages import LANGUAGES
from portal.publication.search.documents import SearchDocument
from portal.publication.search.pagefind import IndexedDocument


def word_list(documents: Iterable[IndexedDocument]) -> str:
    """The normalised words of the documents, one per line, without numbers."""
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
