"""The names of all languages as one book, in which each language finds the forms of the others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from portal.content.glossary import WORD, Name
from portal.languages import LANGUAGES


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
    right: dict[str, set[tuple[object, ...]]] = field(
        default_factory=lambda: {language: set() for language in LANGUAGES}
    )
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

    @cached_property
    def parts(self) -> Mapping[str, Mapping[str, set[tuple[int, int]]]]:
        """For each language the words of its names, as number of the name and place in it, by their first letter and by the two after it: what shares neither is not alike."""
        found: dict[str, dict[str, set[tuple[int, int]]]] = {}
        for language, names in self.proper.items():
            parts = found.setdefault(language, {})
            for number, name in enumerate(names):
                for place, word in enumerate(name.small):
                    parts.setdefault(word[:1], set()).add((number, place))
                    parts.setdefault(word[1:3], set()).add((number, place))
        return found

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
            if form not in own
            and not any(form.lower() in other_own.lower() for other_own in own)
            and (form.isupper() or " " in form)
        }


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
