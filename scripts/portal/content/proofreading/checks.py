"""What is wrong with the letters, words and punctuation of a passage, and what may be fixed without asking."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from portal.content.markdown.prose import Passage
from portal.content.proofreading import dashes, dates, known_errors, letters, quotes, repeats, spacing
from portal.content.proofreading.finding import Finding
from portal.languages import LANGUAGES
from portal.wording.phrases import read_language_file

ROUNDS = 6
MOST = 300
"""More findings of one rule would only repeat that a passage is no text."""

RULES = (
    letters.unseen_characters,
    letters.lost_characters,
    letters.letters_in_two_parts,
    letters.foreign_letters,
    letters.mixed_words,
    letters.lone_latin_letters,
    dashes.ranges,
    *dates.RULES,
    spacing.initials,
    spacing.several_spaces,
    spacing.spaces_before_marks,
    spacing.missing_spaces,
    spacing.repeated_marks,
    quotes.quotation_marks,
    quotes.apostrophes,
    dashes.spaced_dashes,
    dashes.unspaced_dashes,
    dashes.dashes_at_line_ends,
    known_errors.known_errors,
    repeats.repeated_words,
    repeats.commas_before_and,
)
"""Rules that need to know one passage only, in the order in which they may fix."""
RULES_BY_LANGUAGE = {language: [rule for rule in RULES if language in rule.languages] for language in LANGUAGES}


@cache
def passage_findings(passage: Passage) -> tuple[Finding, ...]:
    """What is found in a passage taken alone; its fingerprint asks for the same again."""
    text, characters = passage.text, frozenset(passage.text)
    rules = [rule for rule in RULES_BY_LANGUAGE[passage.language] if rule.concerns(text, characters)]
    return tuple(finding for rule in rules for finding in islice(rule.find(passage), MOST))


def fixed(passage: Passage) -> tuple[str, list[tuple[int, str, str]]]:
    """The text of a passage with all safe fixes, and each fix: its place, the text before and after."""
    text, fixes, current = passage.text, [], passage
    for _ in range(ROUNDS):
        at, pieces = 0, []
        for finding, fix in _safe_fixes(current):
            pieces += [text[at : finding.begin], fix]
            fixes.append((finding.begin, text[finding.begin : finding.end], fix))
            at = finding.end
        if not pieces:
            break
        text = "".join([*pieces, text[at:]])
        current = replace(passage, text=text)
    return text, fixes


def accepted(file: str) -> list[str]:
    """The wordings of a file that are left to an editor."""
    return [entry["words"] for entry in read_language_file("accepted.yml") if entry["file"] == file]


def is_accepted(passage: Passage, finding: Finding, wordings: Sequence[str]) -> bool:
    """Whether a finding lies within a wording that is left to an editor."""
    return any(
        0 <= begin <= finding.begin and finding.end <= begin + len(words)
        for words in wordings
        for begin in (passage.text.find(words),)
    )


def _safe_fixes(passage: Passage) -> Iterator[tuple[Finding, str]]:
    """The findings of a passage with a safe fix, from left to right, without those that overlap an earlier one."""
    end = 0
    for finding in sorted(passage_findings(passage), key=lambda finding: finding.begin):
        if finding.fix is not None and finding.begin >= end:
            end = finding.end
            yield finding, finding.fix
