"""Two texts of a page compared: what was inserted and deleted, under the headings of the sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rapidfuzz.distance import Indel

from portal.content.plain_text import Paragraph, Word

ALIKE = 0.4
"""How much of their words two paragraphs must share to be compared word by word."""
SHORTEST = 3
"""Fewer equal words between two changes belong to the changes, so that a rewritten sentence stays readable."""
MOST_PAIRS, MOST_WORDS = 2_500, 6_000
"""In longer passages nothing is paired, and in longer paragraphs no words: all of them is deleted and inserted."""


@dataclass(frozen=True)
class Run:
    """Words in a row that both texts have ("equal"), or one of them ("insert", "delete")."""

    tag: str
    words: str


@dataclass(frozen=True)
class ComparedParagraph:
    """A paragraph or a heading; the id is that of a heading that the present text has."""

    kind: str
    id: str
    runs: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        return any(run.tag != "equal" for run in self.runs)


@dataclass(frozen=True)
class ComparedSection:
    """A section with changes; what stands before the first heading has none. None is for what is left out as equal."""

    heading: ComparedParagraph | None
    paragraphs: list[ComparedParagraph | None] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        return any(self.paragraphs) or (self.heading is not None and self.heading.is_changed)


def compare(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[ComparedSection]:
    """The sections that differ, in the order of the present text."""
    sections = [ComparedSection(None)]
    for paragraph in _paragraphs(old, new):
        if paragraph.kind == "heading":
            sections.append(ComparedSection(paragraph))
        elif paragraph.is_changed:
            sections[-1].paragraphs.append(paragraph)
        elif sections[-1].paragraphs[-1:] != [None]:
            sections[-1].paragraphs.append(None)
    return [section for section in sections if section.is_changed]


def _paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[ComparedParagraph]:
    same = Indel.opcodes([each.compared for each in old], [each.compared for each in new])
    for is_equal, group in groupby(same, key=lambda step: step.tag == "equal"):
        steps = list(group)
        present = new[steps[0].dest_start : steps[-1].dest_end]
        if is_equal:
            yield from (_compared(each, each) for each in present)
        else:
            earlier = old[steps[0].src_start : steps[-1].src_end]
            begin, start = 0, 0
            for first, last in (*_pairs(earlier, present), (len(earlier), len(present))):
                yield from (_compared(each, None) for each in earlier[begin:first])
                yield from (_compared(None, each) for each in present[start:last])
                yield from map(_compared, earlier[first : first + 1], present[last : last + 1])
                begin, start = first + 1, last + 1


def _pairs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The places of the paragraphs that belong together: of all ways in order, the one with most in common."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    # How much the beginnings of both have in common at most, and the pairs that make it so.
    row = [(0.0, list[tuple[int, int]]())] * (len(new) + 1)
    for first, earlier in enumerate(old):
        above, row = row, [row[0]]
        for last, present in enumerate(new):
            likeness, (common, pairs) = _likeness(earlier, present), above[last]
            best = max(above[last + 1], row[last], key=lambda each: each[0])
            paired = (common + likeness, [*pairs, (first, last)])
            row.append(paired if likeness and paired[0] > best[0] else best)
    return row[-1][1]


def _likeness(old: Paragraph, new: Paragraph) -> float:
    """From 0 to 1; 0 for what is not alike enough, or of another kind. A heading is known by its id."""
    if old.kind != new.kind:
        return 0.0
    if old.id and old.id == new.id:
        return 1.0
    return Indel.normalized_similarity(old.compared, new.compared, score_cutoff=ALIKE)


def _compared(old: Paragraph | None, new: Paragraph | None) -> ComparedParagraph:
    """A paragraph as it was and as it is; None where a text does not have it."""
    runs = tuple(_runs(old.words if old else (), new.words if new else ()))
    paragraph = new or old
    assert paragraph is not None
    return ComparedParagraph(paragraph.kind, new.id if new else "", runs)


def _runs(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Run]:
    """Equal words, and between them what was deleted, then what was inserted."""
    begin, start = 0, 0
    for first, last, size in (*_equal_runs(old, new), (len(old), len(new), 0)):
        parts = {"delete": old[begin:first], "insert": new[start:last], "equal": new[last : last + size]}
        yield from (Run(tag, " ".join(word.shown for word in words)) for tag, words in parts.items() if words)
        begin, start = first + size, last + size


def _equal_runs(old: Sequence[Word], new: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Where words in a row are equal in both, and how many."""
    if max(len(old), len(new)) > MOST_WORDS:
        return
    ours, theirs = ([word.compared for word in words] for words in (old, new))
    for step in Indel.opcodes(ours, theirs):
        size = step.src_end - step.src_start
        begins = step.src_start == step.dest_start == 0
        ends = step.src_end == len(old) and step.dest_end == len(new)
        if step.tag == "equal" and (size >= SHORTEST or begins or ends):
            yield step.src_start, step.dest_start, size
