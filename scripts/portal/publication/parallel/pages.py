"""The pages with their languages side by side, once every language is built."""

from pathlib import Path

from portal.addresses import page_url
from portal.content.edition import Edition
from portal.content.parallel import parallel_languages, parallel_paths, parallel_url
from portal.languages import LANGUAGES
from portal.publication.parallel.columns import ROOT, Column, read_column
from portal.publication.parallel.rows import Rows, notes_on

FILE = "index.html"
PLACE = '<div class="parallel-rows"></div>'
"""Where the template has the rows."""


def write_parallel_pages(folder: Path, edition: Edition) -> None:
    """Fill the frames in the built site with rows."""
    for path in parallel_paths(edition):
        write_parallel_page(folder, edition, path)


def write_parallel_page(folder: Path, edition: Edition, path: str) -> None:
    columns = [_column(folder, path, code) for code in parallel_languages(edition, path)]
    original = edition.translations.original_language(path)
    for language in LANGUAGES:
        url = parallel_url(path, language)
        rows = Rows(columns, original, language, notes_on(edition, path, columns, language))
        html = "".join(rows.html()).replace(ROOT, "../" * url.count("/"))
        file = folder / url / FILE
        frame = file.read_text(encoding="utf-8")
        file.write_text(frame.replace(PLACE, PLACE.replace("><", f">\n{html}<")), encoding="utf-8")


def _column(folder: Path, path: str, language: str) -> Column:
    url = page_url(path, language)
    return read_column((folder / url / FILE).read_text(encoding="utf-8"), url, language)
