"""A site of many pages for the search alone, and the weight of its first result as a reader's browser loads it."""

from __future__ import annotations

import gzip
import random
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from hosting import hosted
from portal.publication.assets.minified import minify_modules
from portal.publication.search import index
from portal.publication.search.documents import SearchDocument
from projects import ROOT
from search.site_documents import site_documents

SECTIONS = 5
WORDS = 83
"""Of a section, about as many as the chapters of the site have."""
PACKED = {".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
"""Compressed already; hosts compress the rest."""
PAGE = """<!doctype html><html lang="ky"><head><meta charset="utf-8"><title>Издөө</title></head><body>
<dialog class="search" aria-label="Издөө" data-offline="!" data-broken="!"><form class="search-bar" role="search">
<input class="search-field" type="search" aria-label="Издөө">
<button class="search-close" type="button">×</button></form><p class="search-status" role="status"></p>
<div class="search-offers"></div><div class="search-results"></div></dialog></body></html>"""


def many(pages: int, real: Path) -> list[SearchDocument]:
    """The records of the built site, and as many made-up pages in each language, of words and forms that it and the kept list have."""
    found = site_documents(real)
    chance = random.Random(pages)
    forms = [line.split("\t")[0] for line in (ROOT / "tests/search/forms.tsv").read_text(encoding="utf-8").splitlines()]
    for language in ("ky", "ru", "en"):
        words = [word for one in found if one.language == language for word in f"{one.title} {one.text}".split()]
        words += [form for form in forms if language == "ky" and not form.isascii()]
        for number in range(pages):
            for section in range(SECTIONS):
                title = " ".join(chance.sample(words, 5))
                address = f"{'' if language == 'ky' else language + '/'}page-{number}/#s{section}"
                found.append(
                    SearchDocument(language, address, title, title, " ".join(chance.choices(words, k=WORDS)), "")
                )
    return found


def search_site(found: list[SearchDocument], folder: Path) -> None:
    """A site of one page with the search of these documents."""
    shutil.copytree(ROOT / "overrides/assets/search", folder / "assets/search")
    minify_modules(folder / "assets/search")
    index.write_index(found, folder / index.PLACE)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")


def first_result(folder: Path, chromium: Browser, query: str) -> dict[str, int]:
    """Bytes as served, by file, from opening the search to the first result, in a browser that has loaded nothing of it."""
    context = chromium.new_context()
    with hosted(folder) as site:
        page = context.new_page()
        page.goto(site)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate(
            """import('./assets/search/dialog.js').then(module => {
                const dialog = document.querySelector('dialog')
                dialog.showModal()
                module.setUp(dialog)
            })"""
        )
        page.wait_for_selector("dialog[data-ready]")
        page.fill(".search-field", query)
        page.wait_for_selector(".search-result")
        page.wait_for_selector(".search-results:not([inert])")
    context.close()
    return {
        name: _served(folder / name) for name in dict.fromkeys(unquote(urlsplit(url).path).lstrip("/") for url in asked)
    }


def _served(file: Path) -> int:
    data = file.read_bytes()
    return len(data if file.suffix in PACKED else gzip.compress(data, 6))
