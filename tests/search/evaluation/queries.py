"""Queries with what answers them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.publication.search.documents import SearchDocument
from portal.publication.search.tokens import plain_line, split_words


@dataclass(frozen=True)
class Query:
    """What is typed, its kind ("inflected", "typo"…), and what a record must hold to be an answer."""

    kind: str
    language: str
    text: str
    is_answer: Callable[[SearchDocument], bool]


def read(file: Path) -> list[Query]:
    """The queries of a table: kind, language, query, and beginnings of words, all of which an answer has; | stands between alternatives."""
    rows = [
        line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    return [Query(kind, language, text, holds(beginnings)) for kind, language, text, beginnings in rows]


def holds(beginnings: str) -> Callable[[SearchDocument], bool]:
    """Whether a record has a word for each of the beginnings."""
    wanted = [tuple(alternatives.split("|")) for alternatives in beginnings.split()]

    def judge(record: SearchDocument) -> bool:
        text = plain_line(f"{record.title} {record.text}").lower().replace("ё", "е")
        words = split_words(text)
        return all(any(word.startswith(beginning) for word in words) for beginning in wanted)

    return judge
