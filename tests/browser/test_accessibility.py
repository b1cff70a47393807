"""The site is open to everyone: axe finds nothing, the keyboard reaches all, nothing is lost by enlarging."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from browser.test_weight import LANGUAGES, TYPES
from hosting import hosted

AXE = Axe()
BRIEF = {"resultTypes": ["violations"]}
"""What is well is not listed: that would take as long again."""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All in which the dark scheme differs from the light one, whatever the language."""
ENHANCED = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
BODY = "article :is(p, li):not(:is(.sources, .contents-list, .news-list, .page-list, .document-status, .page-note, .news-date, .eyebrow, .hero, .main-section, .band-heading, .document-contents, .card, .notice, footer) *, .document-status, .page-note, .news-date, .eyebrow, .propose-change)"
FOCUSABLE = "a[href], button, summary, [tabindex='0']"

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def opener(chromium: Browser) -> Iterator[Opener]:
    """Opens a page in a context of a width and further options; contexts are kept, for they cost most."""
    contexts: dict[tuple[object, ...], BrowserContext] = {}

    def page(width: int, **options: object) -> Page:
        key = (width, *sorted(options.items()))
        if key not in contexts:
            contexts[key] = chromium.new_context(viewport={"width": width, "height": 900}, **options)
            contexts[key].new_page()
        return contexts[key].pages[0]

    yield page
    for context in contexts.values():
        context.close()


def findings(page: Page, context: object = None, options: dict[str, object] | None = None) -> list[str]:
    violations = AXE.run(page, context, BRIEF | (options or {})).response["violations"]
    return [f"{violation['id']}: {node['html'][:120]}" for violation in violations for node in violation["nodes"]]


def see(page: Page, wanted: bool) -> None:
    """Switch the low-vision mode on or off."""
    if (page.get_attribute(".vision-toggle", "aria-pressed") == "true") is not wanted:
        page.click(".vision-toggle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", TYPES)
def test_axe_finds_nothing(opener: Opener, site_at_root: str, kind: str, width: int, scheme: str) -> None:
    page = opener(width, color_scheme=scheme)
    languages, options = (LANGUAGES, None) if scheme == "light" else (LANGUAGES[:1], COLOURS)
    for language in languages:
        page.goto(site_at_root + language + TYPES[kind])
        assert findings(page, options=options) == [], language


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_low_vision_mode(opener: Opener, site_at_root: str, width: int, scheme: str) -> None:
    page = opener(width, color_scheme=scheme)
    for kind in ("home", "chapter", "priorities", "news item"):
        page.goto(site_at_root + TYPES[kind])
        see(page, True)
        assert findings(page) == [], kind
    see(page, False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_pages_that_are_not_translated(opener: Opener, partly_translated: Path, scheme: str) -> None:
    page = opener(390, color_scheme=scheme)
    with hosted(partly_translated) as address:
        for path in ("en/strategy/role/", "ru/news/2020-04-01-kyrgyz-only/", "en/", "ru/news/"):
            page.goto(address + path)
            assert findings(page) == [], path


def test_axe_can_find_something(opener: Opener, site_at_root: str) -> None:
    page = opener(390, color_scheme="light")
    page.goto(site_at_root)
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><p style=\"color:#bbb\">ачык боз</p>')")
    assert {finding.partition(":")[0] for finding in findings(page)} >= {"image-alt", "color-contrast"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "chapter", "news item", "plain page", "terms"])
def test_the_text_itself_stands_out_seven_to_one(opener: Opener, site_at_root: str, kind: str, scheme: str) -> None:
    page = opener(1280, color_scheme=scheme)
    page.goto(site_at_root + TYPES[kind])
    assert page.locator(BODY).count()
    assert findings(page, {"include": [[BODY]]}, ENHANCED) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("kind", ["home", "chapter", "priorities", "not found"])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(opener: Opener, site_at_root: str, kind: str, width: int) -> None:
    page = opener(width)
    page.goto(site_at_root + TYPES[kind])
    expected = page.evaluate(f"[...document.querySelectorAll(`{FOCUSABLE}`)].filter(e => e.checkVisibility()).length")
    for place in range(expected):
        page.keyboard.press("Tab")
        found = page.evaluate(
            f"""() => {{ const all = [...document.querySelectorAll(`{FOCUSABLE}`)].filter(e => e.checkVisibility()), here = document.activeElement
            const style = getComputedStyle(here), box = here.getBoundingClientRect()
            return [all.indexOf(here), style.outlineStyle, parseFloat(style.outlineWidth), box.width > 0 && box.height > 0] }}"""
        )
        assert found[0] == place and found[1] != "none" and found[2] >= 2 and found[3], (place, found)


def test_the_link_past_the_header_leads_to_the_content(opener: Opener, site_at_root: str) -> None:
    page = opener(390)
    for path in TYPES.values():
        page.goto(site_at_root + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "md-skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('article, footer')"), path


@pytest.mark.parametrize("vision", [False, True])
@pytest.mark.parametrize("kind", TYPES)
def test_nothing_scrolls_sideways_at_the_narrowest_or_at_four_times_the_size(opener: Opener, site_at_root: str, kind: str, vision: bool) -> None:
    page = opener(320)
    for language in LANGUAGES:
        page.goto(site_at_root + language + TYPES[kind])
        see(page, vision)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, language
    see(page, False)


def test_the_low_vision_mode_enlarges_clears_and_is_remembered(opener: Opener, site_at_root: str) -> None:
    page = opener(1280, color_scheme="light")
    page.goto(site_at_root + "strategy/role/")
    size = "parseFloat(getComputedStyle(document.querySelector('.document-body p')).fontSize)"
    before = page.evaluate(size)
    see(page, True)
    page.goto(site_at_root + "ru/strategy/role/")
    assert page.get_attribute(".vision-toggle", "aria-pressed") == "true"
    assert page.evaluate(size) >= 1.3 * before
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.document-body p')).color") == "rgb(0, 0, 0)"
    assert not page.locator(".logo").first.is_visible()
    page.goto(site_at_root)
    assert page.evaluate("getComputedStyle(document.querySelector('.hero-home'), '::after').display") == "none"
    see(page, False)
    page.reload()
    assert page.get_attribute(".vision-toggle", "aria-pressed") == "false"


def test_nothing_moves_for_readers_who_want_it_still(opener: Opener, site_at_root: str) -> None:
    page = opener(1280, reduced_motion="reduce")
    page.goto(site_at_root)
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(d => parseFloat(d) > 0)).length"
    assert page.evaluate(moving) == 0


def test_the_readers_own_colours_keep_the_place_in_the_menu_visible(opener: Opener, site_at_root: str) -> None:
    page = opener(1280, forced_colors="active")
    page.goto(site_at_root + "strategy/role/")
    current, other = (page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).textDecorationLine") for selector in (".menu [aria-current]", ".menu a:not([aria-current])"))
    assert current != other


def test_controls_that_need_a_script_are_not_shown_without_one(chromium: Browser, site_at_root: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_at_root)
    assert not page.locator(".vision-toggle").is_visible()
    context.close()
