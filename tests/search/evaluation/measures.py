"""Recall and precision of answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import mean

from portal.publication.search.documents import SearchDocument
from search.evaluation.asking import Answer
from search.evaluation.queries import Query

RANK = 5


@dataclass(frozen=True)
class Judgement:
    """One query judged: recall and precision among the first five, and whether it, or what was proposed instead, was of use."""

    query: Query
    recall: float
    precision: float | None
    """None where nothing was found."""
    meant: str | None


def answers(query: Query, records: Iterable[SearchDocument]) -> set[str]:
    """The addresses of the records that answer a query, by what it names as its answer."""
    return {record.address for record in records if record.language == query.language and query.is_answer(record)}


def judge(queries: Sequence[Query], found: Sequence[Answer], records: Iterable[SearchDocument]) -> list[Judgement]:
    """A judgement for each query that something answers; recall is of the answers that there are, at most five."""
    known = list(records)
    judged = []
    for query, answer in zip(queries, found, strict=True):
        right = answers(query, known)
        if not right:
            raise ValueError(f"no record answers {query.text!r}")
        hits = sum(address in right for address in answer.addresses[:RANK])
        precision = hits / len(answer.addresses[:RANK]) if answer.addresses else None
        judged.append(Judgement(query, hits / min(RANK, len(right)), precision, answer.meant))
    return judged


def table(judged: Sequence[Judgement]) -> str:
    """A line a kind of query: how many, recall@5, precision@5 of those that found something, what was missed."""
    lines = [f"{'kind':<22}{'queries':>8}{'recall@5':>10}{'precision':>11}  missed"]
    for kind, group in groupby(sorted(judged, key=lambda one: one.query.kind), key=lambda one: one.query.kind):
        several = list(group)
        precisions = [one.precision for one in several if one.precision is not None]
        missed = [one.query.text + (f" → {one.meant}" if one.meant else "") for one in several if one.recall < 1]
        precise = mean(precisions) if precisions else 0
        lines.append(
            f"{kind:<22}{len(several):>8}{mean(one.recall for one in several):>10.3f}{precise:>11.3f}  {', '.join(missed[:8])}"
        )
    return "\n".join(lines)
