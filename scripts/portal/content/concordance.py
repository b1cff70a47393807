"""Where the official terms occur: the sections whose words, in some language, have a name of the glossary."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from portal.addresses import Address
from portal.content.glossary import COUNTRY, GLOSSARY, WORD, Name, official_names
from portal.content.markdown.prose import HIDDEN
from portal.content.translations.sections import Section, section_address
from portal.content.translations.status import Translations
from portal.digest import digest
from portal.languages import LANGUAGES
from portal.store import Results

Concordance = Mapping[str, Mapping[Address, tuple[str, ...]]]
"""For each entry of the glossary the sections that have it, each with the languages in which it does."""
BETWEEN = r"\W{1,4}"
LONGEST_EXACT = 3
"""Shorter words, such as prepositions, have no endings."""


def find_places(translations: Translations, paths: Iterable[str], results: Results) -> Concordance:
    """The sections of the pages at `paths`, in that order."""
    pages = translations.pages
    names = official_names(pages.values())
    all_names = digest(repr(names))
    finders = {language: TermFinder(names, language) for language in LANGUAGES}
    found: dict[str, dict[Address, tuple[str, ...]]] = {term: {} for term in names}
    for path in paths:
        for language in LANGUAGES if path != GLOSSARY else ():
            if page := pages.get((language, path)):
                sections = partial(translations.sections, language, path)
                work = partial(finders[language].terms_by_section, sections)
                for name, term in results.result("terms", page.digest + all_names, work):
                    places, address = found[term], section_address(path, name)
                    places[address] = (*places.get(address, ()), language)
    return found


class TermFinder:
    """The names of the glossary in a language, ready to be found in its texts."""

    def __init__(self, names: Mapping[str, Mapping[str, Name]], language: str) -> None:
        self.language = language
        self.by_start: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        forms = {form: term for term, entry in names.items() if language in entry for form in _forms(entry[language])}
        # Of several names that begin at a place the longest is meant.
        for form in sorted(forms, key=len, reverse=True):
            # Texts write КР out, or leave it out.
            words = [word for word in WORD.findall(form) if word not in COUNTRY]
            pattern = re.compile(BETWEEN.join(_with_endings(word, language) for word in words) + r"(?!\w)")
            self.by_start.setdefault(words[0][:2].lower(), []).append((pattern, forms[form]))
        letters = {letter for start in self.by_start for letter in (start[0], start[0].upper())}
        self.start = re.compile("|".join(rf"{letter}(?<![\w-].)[^\W_]" for letter in sorted(letters)))

    def terms_by_section(self, sections: Callable[[], Mapping[str, Section]]) -> list[list[str]]:
        """The ids of the sections that have a term, each with it."""
        return [[name, term] for name, section in sections().items() for term in sorted(self.terms_in(section))]

    def terms_in(self, section: Section) -> set[str]:
        passages = (passage for passage in section.passages if passage.language == self.language)
        return {term for passage in passages for term in self._terms(passage.text.replace(HIDDEN, ""))}

    def _terms(self, text: str) -> Iterable[str]:
        end = 0
        for start in self.start.finditer(text):
            for pattern, term in self.by_start.get(start[0].lower(), ()) if start.start() >= end else ():
                if match := pattern.match(text, start.start()):
                    end = match.end()
                    yield term
                    break


def _forms(name: Name) -> set[str]:
    """A name as texts have it: long, short, or what stands in its quotation marks."""
    return {form for form in (*name.forms, name.title) if WORD.search(form)}


def _with_endings(word: str, language: str) -> str:
    """A pattern of a word in all its forms; only abbreviations must be in capitals."""
    if word.isupper() and len(word) > 1:
        return re.escape(word) + "(?:-?[а-яөүң]{1,9})?"
    if len(word) <= LONGEST_EXACT and language != "ky":
        return f"(?i:{re.escape(word)})"
    if language == "en":
        return f"(?i:{re.escape(re.sub('(?:ies|es|s|y|e)$', '', word))}" + r"\w{0,3})"
    # The last sound of a Kyrgyz stem may change: топ, тобу; агенттик, агенттиги.
    stem = re.sub("[аеёиоуыэюяйьөү]{1,2}$", "", word)
    last = {"к": "[кг]", "п": "[пб]"}.get(stem[-1:], "") if language == "ky" else ""
    return f"(?i:{re.escape(stem[:-1] if last else stem)}{last}" + "[а-яёөүң]{0,10})"
