"""The pages with their languages side by side, once every language is built."""

from collections.abc import Mapping, MutableMapping
from functools import partial
from pathlib import Path

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.parallel import parallel_languages, parallel_paths, parallel_url
from portal.languages import LANGUAGES
from portal.publication.parallel.columns import ROOT, read_column
from portal.publication.parallel.rows import Rows, notes_on
from portal.publication.site_files import PAGE, read_file, write_page

PLACE = '<div class="parallel-rows"></div>'
"""Where the template has the rows."""


def write_parallel_pages(folder: Path, edition: Edition, frames: MutableMapping[str, str]) -> None:
    """Fill the frames, which are by address, with rows, and write them into the built site."""
    for path in parallel_paths(edition):
        write_parallel_page(folder, edition, path, frames)


def write_parallel_page(folder: Path, edition: Edition, path: str, frames: MutableMapping[str, str]) -> None:
    """Write the page in each language; its frames are taken out, for all together would need much memory."""
    pages = {code: read_file(folder, page_url(path, code) + PAGE) for code in parallel_languages(edition, path)}
    behind = [edition.translations.not_current(code, path) for code in pages]
    facts = repr((path, [*pages], behind, edition.translations.original_language(path)))
    depends_on = b"\0".join((facts.encode(), *pages.values()))
    found = edition.results.result("parallel", depends_on, partial(_rows, edition, path, pages))
    for language, html in zip(LANGUAGES, found, strict=True):
        url = parallel_url(path, language)
        shown = (html or found[0]).replace(ROOT, "../" * url.count("/"))
        whole = frames.pop(url).replace(PLACE, PLACE.replace("><", f">\n{shown}<"))
        write_page(folder, url, whole)


def _rows(edition: Edition, path: str, pages: Mapping[str, bytes]) -> list[str]:
    """The rows as readers of each language see them; empty where they are those of the first, as nearly all are."""
    columns = [read_column(html.decode(), page_url(path, code), code) for code, html in pages.items()]
    original = edition.translations.original_language(path)
    first, *others = (
        "".join(Rows(columns, original, language, notes_on(edition, path, columns, language)).html())
        for language in LANGUAGES
    )
    return [first, *(rows if rows != first else "" for rows in others)]
