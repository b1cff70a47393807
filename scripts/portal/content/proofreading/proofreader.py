"""Proofreading of whole pages, which needs the words and the official names of the whole site."""

from collections.abc import Iterator, Sequence

from portal.content.glossary import official_names
from portal.content.markdown.prose import Passage
from portal.content.proofreading import missing_letters, misspelt, other_language, repeats
from portal.content.proofreading.checks import passage_findings
from portal.content.proofreading.finding import Finding
from portal.content.proofreading.missing_letters import Lexicon
from portal.content.proofreading.name_book import LikelyNames, NameBook
from portal.content.proofreading.vowel_harmony import vowel_clashes
from portal.content.reading.pages import Page
from portal.digest import digest
from portal.languages import LANGUAGES
from portal.store import Results


class Proofreader:
    """Made from all pages, once, before any of them is proofread."""

    def __init__(self, pages: Sequence[Page], results: Results) -> None:
        names = official_names(pages)
        self.names = {language: NameBook(names, language) for language in LANGUAGES}
        self._names = digest(repr(names))
        self._words = {page.file: _words(page, results) for page in pages if page.language == "ky"}
        self.lexicon = Lexicon(self._words.values(), self.names["ky"].words)

    def depends_on(self, page: Page) -> tuple[object, ...]:
        """What the findings of a page depend on beside it: the names, and the Kyrgyz words that were meant."""
        meant = ((word, self.lexicon.correct(word)) for word in self._words.get(page.file, ()))
        return self._names, [(word, right) for word, right in meant if right]

    def findings(self, page: Page) -> Iterator[tuple[Passage, Finding]]:
        """Everything found in the words of a page."""
        names = self.names[page.language].likely_in("\n".join(passage.text for passage in page.passages))
        for passage in page.passages:
            found = [*passage_findings(passage), *self._names_and_words(passage, names)]
            if passage.language == "ky":
                places = {place for finding in found for place in range(finding.begin, finding.end)}
                found += [clash for clash in vowel_clashes(passage) if clash.begin not in places]
            yield from ((passage, finding) for finding in found)
        yield from missing_letters.texts_without_letters(page.passages)
        yield from repeats.repeated_paragraphs(page.passages)

    def _names_and_words(self, passage: Passage, names: LikelyNames) -> Iterator[Finding]:
        if passage.kind != "name":
            yield from missing_letters.words_without_letters(passage, self.lexicon)
            yield from other_language.other_language_names(passage, names)
            yield from misspelt.misspelt_names(passage, names)


def _words(page: Page, results: Results) -> list[str]:
    """The different Kyrgyz words of a page, in lower case."""
    return results.result("words", page.digest, lambda: sorted(missing_letters.kyrgyz_words(page.passages)))
