"""Letters, words and signs of writing: what is wrong with them on a page, and what may be mended without asking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, islice
from pathlib import Path

import yaml

from portal.passages import Passage
from portal.typography import dashes, days, harmony, letters, lexicon, likeness, quotes, repeats, spacing, strangers, wordings
from portal.typography.book import Book
from portal.typography.finding import Finding, Rule
from portal.typography.lexicon import Lexicon

LEFT = Path(__file__).with_name("left.yml")
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
    days.kyrgyz,
    days.russian,
    days.english,
    days.numeric,
    spacing.initials,
    spacing.several,
    spacing.marks,
    quotes.pairs,
    quotes.apostrophes,
    dashes.between,
    wordings.known,
    repeats.words,
    repeats.commas,
)


def findings(passages: Sequence[Passage], known: Lexicon, book: Book) -> Iterator[tuple[Passage, Finding]]:
    """Every objection to the passages of one page."""
    for passage in passages:
        found = [*objections(passage)]
        if passage.kind != "name":
            found += [*lexicon.known_words(passage, known), *strangers.strange(passage, book), *likeness.altered(passage, book)]
        places = {place for finding in found for place in range(finding.begin, finding.end)} if found else set()
        found += [clash for clash in harmony.clashes(passage) if clash.begin not in places]
        yield from ((passage, finding) for finding in found)
    yield from chain(lexicon.plain(passages), repeats.paragraphs(passages))


def objections(passage: Passage) -> Sequence[Finding]:
    """Every objection to a passage taken alone; kept with it, for its fingerprint asks for them again."""
    kept = vars(passage)
    if "objections" not in kept:
        kept["objections"] = [finding for rule in RULES for finding in islice(rule(passage), MOST)]
    return kept["objections"]


def mended(passage: Passage) -> tuple[str, list[tuple[int, str, str]]]:
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


def left(file: str) -> list[str]:
    """The wordings of a file that are left to an editor."""
    return [entry["words"] for entry in _left() if entry["file"] == file]


@cache
def _left() -> Sequence[Mapping[str, str]]:
    return yaml.safe_load(LEFT.read_text(encoding="utf-8"))


def is_left(passage: Passage, finding: Finding, wordings: Sequence[str]) -> bool:
    """Whether a finding lies within a wording that is left to an editor."""
    return any(
        begin >= 0 and begin <= finding.begin and finding.end <= begin + len(words)
        for words in wordings
        for begin in (passage.text.find(words),)
    )


def _apart(passage: Passage) -> list[Finding]:
    """The safe mends of a passage that do not overlap, from left to right."""
    safe = sorted((finding for finding in objections(passage) if finding.mend is not None), key=lambda finding: finding.begin)
    chosen: list[Finding] = []
    for finding in safe:
        if not chosen or finding.begin >= chosen[-1].end:
            chosen.append(finding)
    return chosen
