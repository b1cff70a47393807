"""The glossary: abbreviations and official names, from the headings of terms.md."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from portal.content.reading.pages import Page

GLOSSARY = "terms"
ABBREVIATION = re.compile(r"(?P<short>[^\W\d_]{2,}) [—–] (?P<long>.+)")
IN_BRACKETS = re.compile(r"(?P<long>.+) \((?P<short>[^()]+)\)")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
QUOTED = re.compile("«([^«»]+)»")
INITIAL = re.compile(r"\b\w\.")
COUNTRY = ("КР",)


@dataclass(frozen=True)
class Term:
    short: str
    long: str
    id: str


@dataclass(frozen=True)
class Name:
    language: str
    long: str
    short: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.long, self.short) if self.short else (self.long,)

    @cached_property
    def title(self) -> str:
        """The part that must be written exactly: the words in quotation marks, else the long form."""
        quoted = QUOTED.search(self.long)
        return quoted[1] if quoted and " " in quoted[1] else self.long

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for word in WORD.findall(self.title) if word not in COUNTRY)

    @cached_property
    def has_several_words(self) -> bool:
        return len(self.words) > 1 and not INITIAL.search(self.long)

    @cached_property
    def is_proper(self) -> bool:
        """Whether this is no common noun: it is quoted, or has capitals after the first word."""
        return self.title != self.long or any(word[0].isupper() for word in self.words[1:])


def official_names(pages: Iterable[Page]) -> Mapping[str, Mapping[str, Name]]:
    names: dict[str, dict[str, Name]] = {}
    for page in pages:
        if page.path == GLOSSARY:
            for anchor in page.anchors:
                if anchor.level > 2 and anchor.title:
                    parts = ABBREVIATION.fullmatch(anchor.title) or IN_BRACKETS.fullmatch(anchor.title)
                    name = (parts["long"], parts["short"]) if parts else (anchor.title, None)
                    names.setdefault(anchor.id, {})[page.language] = Name(page.language, *name)
    return names


def read_terms(page: Page) -> dict[str, Term]:
    """The abbreviations by their short form, from the headings "ABC — long form"."""
    found = ((anchor, ABBREVIATION.fullmatch(anchor.title)) for anchor in page.anchors if anchor.level)
    return {
        match["short"]: Term(match["short"], match["long"], anchor.id)
        for anchor, match in found
        if match and match["short"].isupper()
    }
