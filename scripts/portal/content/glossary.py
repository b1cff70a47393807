"""Names of partners and bodies: the right ones are those of the headings in terms.md."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from portal.content.markdown.outline import Anchor

GLOSSARY = "terms"
SHORT = re.compile(r"(?P<short>[^\W\d_]{2,}) — (?P<long>.+)")
BRACKETS = re.compile(r"(?P<long>.+) \((?P<short>[^()]+)\)")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
QUOTED = re.compile("«([^«»]+)»")
COUNTRY = ("КР",)


class Terms(Protocol):
    """As much of a glossary page as is needed here."""

    @property
    def language(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def anchors(self) -> tuple[Anchor, ...]: ...


@dataclass(frozen=True)
class Name:
    """One name as a language writes it: the long form, and the short one where there is one."""

    language: str
    long: str
    short: str | None

    @cached_property
    def core(self) -> str:
        """What is held to the letter: the title in quotation marks where there is one."""
        quoted = QUOTED.search(self.long)
        return quoted[1] if quoted and " " in quoted[1] else self.long

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the core."""
        return tuple(word for word in WORD.findall(self.core) if word not in COUNTRY)

    @cached_property
    def small(self) -> tuple[str, ...]:
        """The words in small letters."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def whole(self) -> bool:
        """Whether it has several words, and none of them an initial."""
        return len(self.words) > 1 and not re.search(r"\b\w\.", self.long)

    @cached_property
    def proper(self) -> bool:
        """Whether it is the name of someone, not a common word: capitals beyond its first word."""
        return self.core != self.long or any(word[0].isupper() for word in self.words[1:])


def official_names(pages: Iterable[Terms]) -> Mapping[str, Mapping[str, Name]]:
    """The names by id and language, from the headings of the glossaries."""
    found: dict[str, dict[str, Name]] = {}
    for page in pages:
        if page.path == GLOSSARY:
            for anchor in page.anchors:
                if anchor.level > 2 and anchor.title:
                    found.setdefault(anchor.id, {})[page.language] = _parse_name(page.language, anchor.title)
    return found


def _parse_name(language: str, title: str) -> Name:
    parts = SHORT.fullmatch(title) or BRACKETS.fullmatch(title)
    return Name(language, parts["long"], parts["short"]) if parts else Name(language, title, None)


GLOSSARY = "terms"
ENTRY = re.compile(r"(?P<short>[^\W\d_]{2,}) — (?P<long>.+)")


@dataclass(frozen=True)
class Term:
    """An abbreviation, its long form and the id of its entry."""

    short: str
    long: str
    id: str


def read_terms(page: Terms) -> dict[str, Term]:
    """The abbreviations of a glossary page by their short form: its headings "ABC — long form"."""
    found = ((anchor, ENTRY.fullmatch(anchor.title)) for anchor in page.anchors if anchor.level)
    return {
        match["short"]: Term(match["short"], match["long"], anchor.id)
        for anchor, match in found
        if match and match["short"].isupper()
    }
