"""What must hold of the site's own texts, whatever staff write: they are checked, built, light and open to everyone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browser.first_view import first_view
from hosting import hosted
from portal.addresses import page_url
from portal.content.compilation import read_content
from portal.publication.built_page import read_site
from portal.publication.gates.links import check_links
from portal.rendering.context import template_name
from projects import ROOT, SharedFolder, build, living_project, run_python

WAYS = [(page.path, page.language) for page in read_content(ROOT / "docs").all_pages]
TEMPLATES = sorted({template_name(path) for path, _ in WAYS})
WRITTEN = ("chapter.html", "news-item.html", "page.html")
"""Templates of pages that hold what people write, not lists that grow with the site."""


@pytest.fixture(scope="module")
def folder(shared_folder: SharedFolder) -> Path:
    """The folder of the site as it stands, built strictly, the gates passed."""
    return shared_folder("living", lambda project: build(living_project(project))) / "build" / "site"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with hosted(folder) as place:
        yield place


def longest(folder: Path, *templates: str) -> str:
    """The address of the page with the longest HTML among those of some templates."""
    urls = [page_url(path, language) for path, language in WAYS if template_name(path) in templates]
    return max(urls, key=lambda url: len((folder / url / "index.html").read_bytes()))


def test_the_check_finds_no_error() -> None:
    run = run_python(ROOT, "scripts/check.py")
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_site_is_built_strictly_and_nothing_is_broken_in_it(folder: Path) -> None:
    pages = read_site(folder)
    assert {page_url(path, language) for path, language in WAYS} <= {page.url for page in pages}
    assert check_links(folder, "https://example.org/", pages) == []


def test_the_heaviest_page_is_light(chromium: Browser, folder: Path, address: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    assert first_view(page, address + longest(folder, *WRITTEN)).faults() == []
    page.close()


@pytest.mark.parametrize("name", TEMPLATES)
def test_axe_finds_nothing_on_the_longest_page_of_a_template(
    chromium: Browser, folder: Path, address: str, name: str
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    page.goto(address + longest(folder, name))
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]] == []
    page.close()
