"""The pages with their languages side by side, once every language is built."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.parallel import parallel_languages, parallel_paths, parallel_url
from portal.languages import LANGUAGES
from portal.publication.parallel.columns import ROOT, read_column
from portal.publication.parallel.rows import Rows, notes_on

FILE = "index.html"
PLACE = b'<div class="parallel-rows"></div>'
"""Where the template has the rows."""


def write_parallel_pages(folder: Path, edition: Edition) -> None:
    """Fill the frames in the built site with rows."""
    for path in parallel_paths(edition):
        write_parallel_page(folder, edition, path)


def write_parallel_page(folder: Path, edition: Edition, path: str) -> None:
    pages = {code: (folder / page_url(path, code) / FILE).read_bytes() for code in parallel_languages(edition, path)}
    behind = [edition.translations.not_current(code, path) for code in pages]
    facts = repr((path, [*pages], behind, edition.translations.original_language(path)))
    depends_on = b"\0".join((facts.encode(), *pages.values()))
    found = edition.results.result("parallel", depends_on, partial(_rows, edition, path, pages))
    rows = [html.encode() for html in found]
    for language, html in zip(LANGUAGES, rows, strict=True):
        url = parallel_url(path, language)
        shown = (html or rows[0]).replace(ROOT.encode(), b"../" * url.count("/"))
        file = folder / url / FILE
        file.write_bytes(file.read_bytes().replace(PLACE, PLACE.replace(b"><", b">\n%b<" % shown)))


def _rows(edition: Edition, path: str, pages: Mapping[str, bytes]) -> list[str]:
    """The rows as readers of each language see them; empty where they are those of the first, as nearly all are."""
    columns = [read_column(html.decode(), page_url(path, code), code) for code, html in pages.items()]
    original = edition.translations.original_language(path)
    first, *others = (
        "".join(Rows(columns, original, language, notes_on(edition, path, columns, language)).html())
        for language in LANGUAGES
    )
    return [first, *(rows if rows != first else "" for rows in others)]
