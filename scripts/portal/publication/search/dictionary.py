"""The words of the index, by which a mistyped one is mended."""

from collections import defaultdict
from collections.abc import Iterable

from portal.addresses import page_url
from portal.content.glossary import GLOSSARY
from portal.languages import LANGUAGES
from portal.publication.search.documents import SearchDocument
from portal.publication.search.tokens import normalise, plain_line, spans


def word_list(records: Iterable[SearchDocument], language: str) -> str:
    """The normalised words of a language, digits left out, one a line."""
    found: set[str] = set()
    for record in records:
        if record.language == language:
            text = plain_line(f"{record.title} {record.text}")
            words = (normalise(text[start:end], language) for start, end in spans(text))
            found.update(word for word in words if word.isalpha())
    return "".join(f"{word}\n" for word in sorted(found))


def official_names(records: Iterable[SearchDocument]) -> list[dict[str, str]]:
    """For each entry of the glossary that all languages have, its title in each."""
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for record in records:
        address, _, anchor = record.address.partition("#")
        if anchor and address == page_url(GLOSSARY, record.language):
            titles[anchor][record.language] = record.title
    return [title for title in titles.values() if len(title) == len(LANGUAGES)]
