"""Names of partners and bodies, held to the glossary: the right one is that of the heading in terms.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple, Protocol

from portal.addresses import LANGUAGES
from portal.body import Anchor
from portal.passages import Passage
from portal.typography.finding import Finding

PATH = "terms"
SHORT = re.compile(r"(?P<short>[^\W\d_]{2,}) — (?P<long>.+)")
BRACKETS = re.compile(r"(?P<long>.+) \((?P<short>[^()]+)\)")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
QUOTED = re.compile("«([^«»]+)»")
COUNTRY = ("КР",)
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшыэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЫЭЮЯ")


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


def names(pages: Iterable[Terms]) -> Mapping[str, Mapping[str, Name]]:
    """The names by id and language, from the headings of the glossaries."""
    found: dict[str, dict[str, Name]] = {}
    for page in pages:
        if page.path == PATH:
            for anchor in page.anchors:
                if anchor.level > 2 and anchor.title:
                    found.setdefault(anchor.id, {})[page.language] = _name(page.language, anchor.title)
    return found


def _name(language: str, title: str) -> Name:
    parts = SHORT.fullmatch(title) or BRACKETS.fullmatch(title)
    return Name(language, parts["long"], parts["short"]) if parts else Name(language, title, None)


class Likes(NamedTuple):
    """The words of names that a word may stand for, as number of the name and place in it; `begins` has those a name may begin with, `names` the numbers."""

    begins: tuple[tuple[int, int], ...]
    names: frozenset[int]
    all: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Book:
    """The names of all languages, ready to be looked for in the texts of each."""

    names: Mapping[str, Mapping[str, Name]]
    likes: dict[str, dict[str, Likes]] = field(default_factory=lambda: {language: {} for language in LANGUAGES})
    """What was found out of words met before, by language and word."""
    right: dict[str, set[tuple[object, ...]]] = field(default_factory=lambda: {language: set() for language in LANGUAGES})
    """Names met before that are as they should be, by language: the number of the name and the words."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the Kyrgyz names."""
        kyrgyz = (entry["ky"] for entry in self.names.values() if "ky" in entry)
        return frozenset(word for name in kyrgyz for word in WORD.findall(name.long))

    @cached_property
    def strangers(self) -> Mapping[str, Mapping[str, str]]:
        """For each language the forms that only other languages use, and the right one of this language for each."""
        return {language: self._strangers(language) for language in LANGUAGES}

    @cached_property
    def stranger_patterns(self) -> Mapping[str, Mapping[bool, list[tuple[str, re.Pattern[str]]]]]:
        """For each language and script (Latin or not) what finds the forms of the others, with a word of theirs to look for first."""
        return {language: self._patterns(language) for language in LANGUAGES}

    @cached_property
    def proper(self) -> Mapping[str, tuple[Name, ...]]:
        """The names of each language that are held to the letter, the long and the short."""
        found: dict[str, dict[str, Name]] = {language: {} for language in LANGUAGES}
        for entry in self.names.values():
            # English writes every name in capitals: what is one there is one in each language.
            proper = any(name.proper for name in entry.values())
            for language, name in entry.items():
                for form in (name, Name(language, name.short or "", None)):
                    if form.whole and (form.proper or (proper and form is name)):
                        found[language].setdefault(form.core, form)
        return {language: tuple(forms.values()) for language, forms in found.items()}

    def _patterns(self, language: str) -> dict[bool, list[tuple[str, re.Pattern[str]]]]:
        own = " ".join(form for entry in self.names.values() if language in entry for form in _forms(entry[language]))
        marked: dict[str, list[str]] = {}
        for form in sorted(self.strangers[language], key=len, reverse=True):
            marked.setdefault(_mark(form, own), []).append(form)
        found = [(mark, re.compile("|".join(map(_inflected, forms)))) for mark, forms in marked.items()]
        return {latin: [pair for pair in found if pair[0].isascii() == latin] for latin in (True, False)}

    def _strangers(self, language: str) -> dict[str, str]:
        own = {form for entry in self.names.values() if language in entry for form in _forms(entry[language])}
        return {
            form: own_form
            for entry in self.names.values()
            if language in entry
            for other, name in entry.items()
            if other != language
            for form, own_form in zip(_forms(name), _paired(entry[language], name), strict=True)
            if form not in own and not any(form.lower() in other_own.lower() for other_own in own) and (form.isupper() or " " in form)
        }


def strange(passage: Passage, book: Book) -> Iterator[Finding]:
    """Names and abbreviations of another language: «МСУ» in a Kyrgyz text."""
    ends: list[int] = []
    scripts = [latin for latin, letters in ((True, LATIN), (False, CYRILLIC)) if not passage.signs.isdisjoint(letters)]
    patterns = book.stranger_patterns[passage.language]
    for mark, pattern in (pair for latin in scripts for pair in patterns[latin]):
        for found in pattern.finditer(passage.text) if mark in passage.text else ():
            if found.end() not in ends:
                ends.append(found.end())
                yield _strange(found, book.strangers[passage.language])


def _strange(found: re.Match[str], forms: Mapping[str, str]) -> Finding:
    written = " ".join(found[0].split())
    expected = forms.get(written) or forms[get_close_matches(written, forms, n=1, cutoff=0)[0]]
    return Finding(*found.span(), "name-language", None, {"found": written, "expected": expected})


def _forms(name: Name) -> list[str]:
    return [name.long, *([name.short] if name.short else [])]


def _paired(own: Name, other: Name) -> list[str]:
    """For each form of the other name the one of this language to be used: short for short where there is one."""
    return [own.long, *([own.short or own.long] if other.short else [])]


def _mark(form: str, own: str) -> str:
    """What of a form stands in the text whatever its endings, and in no name of this language if there is such a word."""
    stems = [re.sub(r"[аеёиоуыэюяйь»):]+$", "", word) for word in form.split(" ")]
    return max(stems, key=lambda stem: (stem not in own, len(stem)))


def _inflected(form: str) -> str:
    """A form with any endings: of its words in Russian, behind it in Kyrgyz, none behind letters of English."""
    words = form.split(" ")
    if form.isupper() and len(words) == 1:
        return rf"(?<![\w-]){form}(?=[а-яөүң]{{0,8}}(?!\w))"
    stems = [re.escape(re.sub(r"[аеёиоуыэюяйь]{1,2}(?=[»)]?$)", "", word)) + r"[а-яёөүң]{0,6}" for word in words]
    return r"(?<!\w)" + r"[\s\u00a0]+".join(stems if re.search("[а-я]", form) else map(re.escape, words)) + r"(?!\w)"

