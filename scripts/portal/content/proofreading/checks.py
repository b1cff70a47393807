"""Letters, words and signs of writing: what is wrong with them on a page, and what may be mended without asking."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from portal.content.markdown.prose import Passage
from portal.content.proofreading import (
    dashes,
    dates,
    known_errors,
    letters,
    missing_letters,
    misspelt,
    other_language,
    quotes,
    repeats,
    spacing,
    vowel_harmony,
)
from portal.content.proofreading.finding import Finding, Rule
from portal.content.proofreading.missing_letters import Lexicon
from portal.content.proofreading.name_book import Book
from portal.wording.catalogue import read_words

ROUNDS = 6
MOST = 300
"""So many findings of one rule in one passage are enough to say that the passage is no text."""

# Rules that need to know one passage only, in the order in which they may mend.
RULES: tuple[Rule, ...] = (
    letters.unseen,
    letters.parts,
    letters.foreign,
    letters.mixed,
    dashes.ranges,
    dates.kyrgyz,
    dates.russian,
    dates.english,
    dates.numeric,
    spacing.initials,
    spacing.several,
    spacing.marks,
    quotes.pairs,
    quotes.apostrophes,
    dashes.between,
    known_errors.known,
    repeats.words,
    repeats.commas,
)


def findings(passages: Sequence[Passage], known: Lexicon, book: Book) -> Iterator[tuple[Passage, Finding]]:
    """Every objection to the passages of one page."""
    for passage in passages:
        found = [*passage_findings(passage)]
        if passage.kind != "name":
            found += [
                *missing_letters.known_words(passage, known),
                *other_language.other_language_names(passage, book),
                *misspelt.altered(passage, book),
            ]
        places = {place for finding in found for place in range(finding.begin, finding.end)} if found else set()
        found += [clash for clash in vowel_harmony.clashes(passage) if clash.begin not in places]
        yield from ((passage, finding) for finding in found)
    yield from chain(missing_letters.plain(passages), repeats.paragraphs(passages))


def passage_findings(passage: Passage) -> Sequence[Finding]:
    """Every objection to a passage taken alone; kept with it, for its fingerprint asks for them again."""
    kept = vars(passage)
    if "objections" not in kept:
        kept["objections"] = [finding for rule in RULES for finding in islice(rule(passage), MOST)]
    return kept["objections"]


def fixed(passage: Passage) -> tuple[str, list[tuple[int, str, str]]]:
    """The words of a passage with all safe mends done, and each mend: its place, what was there, what is."""
    text, done, present = passage.text, [], passage
    for _ in range(ROUNDS):
        at, pieces = 0, []
        for finding in _apart(present):
            pieces += [text[at : finding.begin], finding.mend or ""]
            done.append((finding.begin, text[finding.begin : finding.end], finding.mend or ""))
            at = finding.end
        if not pieces:
            break
        text = "".join([*pieces, text[at:]])
        present = replace(passage, text=text)
    return text, done


def accepted(file: str) -> list[str]:
    """The wordings of a file that are left to an editor."""
    return [entry["words"] for entry in read_words("accepted.yml") if entry["file"] == file]


def is_accepted(passage: Passage, finding: Finding, wordings: Sequence[str]) -> bool:
    """Whether a finding lies within a wording that is left to an editor."""
    return any(
        begin >= 0 and begin <= finding.begin and finding.end <= begin + len(words)
        for words in wordings
        for begin in (passage.text.find(words),)
    )


def _apart(passage: Passage) -> list[Finding]:
    """The safe mends of a passage that do not overlap, from left to right."""
    safe = sorted(
        (finding for finding in passage_findings(passage) if finding.mend is not None),
        key=lambda finding: finding.begin,
    )
    chosen: list[Finding] = []
    for finding in safe:
        if not chosen or finding.begin >= chosen[-1].end:
            chosen.append(finding)
    return chosen
