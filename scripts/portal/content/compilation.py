"""The entry point of the content stage: read everything once, then check it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from portal.content import news, news_lists, rules
from portal.content.assets.reading import read_assets
from portal.content.edition import Edition
from portal.content.mending.page_records import read_pages
from portal.content.permalinks import backlinks
from portal.content.permalinks.resolver import read_permalinks
from portal.content.problems import Problem
from portal.content.proofreading import checks
from portal.content.reading.files import find_files, read_record
from portal.content.reading.settings import read_settings
from portal.content.rules import permalinks as permalink_rules
from portal.content.translations import fingerprints, marks, numbers
from portal.content.translations.history import History
from portal.content.translations.status import Translations
from portal.store import UNKEPT, Results


@contextmanager
def _paused_collection() -> Iterator[None]:
    """Pause garbage collection: nearly all that is made is kept, and looking through it again and again takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_paused_collection()
def read_content(docs: Path, results: Results = UNKEPT) -> Edition:
    """Read the texts in `docs`, with records/ and mkdocs.yml beside it; `results` has what earlier builds found."""
    docs = docs.resolve()
    root = docs.parent
    files, in_files = find_files(docs)
    assets, in_assets = read_assets(docs, files)
    read, in_pages = read_pages(docs, files, results)
    permalinks, in_records = read_permalinks(root, {(page.language, page.path): page for page in read}, results)
    permalinks = replace(permalinks, pages={**permalinks.pages, **news_lists.list_pages(permalinks)})
    kept = [page for page in read if page.path not in permalinks.withdrawn]
    withdrawn = [news.without_text(page) for page in permalinks.withdrawn.values()]
    known_backlinks, in_backlinks = backlinks.read_backlinks(root, permalinks)
    translation_marks, in_marks = read_record(root, marks.FILE, marks.read_marks)
    settings, in_settings = read_settings(root)
    former: dict[str, list[str]] = {}
    for address, redirect in permalinks.redirects.moved.items():
        if not address.id:
            former.setdefault(redirect.target.path, []).append(address.path)
    return Edition(
        all_pages=(*kept, *withdrawn),
        pages=permalinks.pages,
        files=frozenset(file.relative_to(docs).as_posix() for file in files),
        nav=settings.nav,
        permalinks=permalinks,
        translations=Translations(
            {(page.language, page.path): page for page in kept},
            translation_marks,
            permalinks.baseline.pages,
            History(root, former, results),
            results,
        ),
        problems=(*in_files, *in_assets, *in_pages, *in_records, *in_marks, *in_backlinks, *in_settings),
        backlinks=tuple(known_backlinks),
        assets=assets,
        contact=settings.contact,
        results=results,
    )


def _forget_passages(edition: Edition) -> None:
    """Give back the memory of what nothing but the checks needs; whoever asks again gets it again."""
    checks.passage_findings.cache_clear()
    fingerprints.compared.cache_clear()
    numbers.digits_in.cache_clear()
    edition.translations.forget_sections()
    for page in edition.all_pages:
        page.__dict__.pop("passages", None)


@_paused_collection()
def check_content(edition: Edition, find_terms: bool = False) -> list[Problem]:
    """Every problem of an edition, including those found while reading, with the lines of the files.

    With `find_terms` the concordance is made too, while the passages are at hand.
    """
    problems = [*edition.problems, *rules.check_pages(edition), *permalink_rules.check_permalinks(edition)]
    _ = edition.concordance if find_terms else None
    _forget_passages(edition)
    longer = {page.file: page for page in edition.all_pages if page.file_lines}
    return [
        replace(problem, line=longer[problem.path].file_line(problem.line)) if problem.path in longer else problem
        for problem in problems
    ]
