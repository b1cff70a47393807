"""The site is open to everyone: axe finds nothing, the keyboard reaches all, nothing is lost by enlarging."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser.page_kinds import KINDS, LANGUAGE_PREFIXES, OpenPage, see

AXE = Axe()
BRIEF = {"resultTypes": ["violations"]}
"""What is well is not listed: that would take as long again."""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All in which the dark scheme differs from the light one, whatever the language."""
ENHANCED = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
BODY = "article :is(p, li):not(:is(.sources, .contents-list, .news-list, .page-list, .document-status, .news-date, .eyebrow, .hero, .main-section, .band-heading, .document-contents, .card, .notice, footer) *, .document-status, .news-date, .eyebrow)"
FOCUSABLE = "a[href], button, input, summary, [tabindex='0']"


def findings(page: Page, context: object = None, options: dict[str, object] | None = None) -> list[str]:
    violations = AXE.run(page, context, BRIEF | (options or {})).response["violations"]
    return [f"{violation['id']}: {node['html'][:120]}" for violation in violations for node in violation["nodes"]]


# Languages differ in words, not in the look: a way of looking at a page is enough for each.
@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("", 390, "light"), ("ru/", 1280, "light"), ("en/", 390, "dark")]
)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_page: OpenPage, site: str, kind: str, language: str, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(site + language + KINDS[kind])
    assert findings(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_the_low_vision_mode(open_page: OpenPage, site: str, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    for kind in ("home", "chapter", "priorities", "news item"):
        page.goto(site + KINDS[kind])
        see(page, True)
        assert findings(page) == [], kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_pages_that_are_not_translated(open_page: OpenPage, site: str, scheme: str) -> None:
    page = open_page(390, color_scheme=scheme)
    for path in (
        "en/strategy/review/",
        "ru/news/2020-04-01-kyrgyz-only/",
        "en/",
        "ru/news/",
        "ru/priorities/capacity/",
    ):
        page.goto(site + path)
        assert findings(page, options=COLOURS if scheme == "dark" else None) == [], path


def test_axe_can_find_something(open_page: OpenPage, site: str) -> None:
    page = open_page(390, color_scheme="light", bypass_csp=True)
    page.goto(site)
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><p style=\"color:#bbb\">ачык боз</p>')"
    )
    assert {finding.partition(":")[0] for finding in findings(page)} >= {"image-alt", "color-contrast"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "chapter", "news item", "plain page", "terms"])
def test_the_text_itself_stands_out_seven_to_one(open_page: OpenPage, site: str, kind: str, scheme: str) -> None:
    page = open_page(1280, color_scheme=scheme)
    page.goto(site + KINDS[kind])
    assert page.locator(BODY).count()
    assert findings(page, {"include": [[BODY]]}, ENHANCED) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["home", "chapter", "priorities", "not found"])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(
    open_page: OpenPage, site: str, kind: str, width: int
) -> None:
    page = open_page(width)
    page.goto(site + KINDS[kind])
    expected = page.evaluate(f"[...document.querySelectorAll(`{FOCUSABLE}`)].filter(e => e.checkVisibility()).length")
    for place in range(expected):
        page.keyboard.press("Tab")
        found = page.evaluate(
            f"""() => {{ const all = [...document.querySelectorAll(`{FOCUSABLE}`)].filter(e => e.checkVisibility()), here = document.activeElement
            const style = getComputedStyle(here), box = here.getBoundingClientRect()
            return [all.indexOf(here), style.outlineStyle, parseFloat(style.outlineWidth), box.width > 0 && box.height > 0] }}"""
        )
        assert found[0] == place and found[1] != "none" and found[2] >= 2 and found[3], (place, found)


def test_the_link_past_the_header_leads_to_the_content(open_page: OpenPage, site: str) -> None:
    page = open_page(390)
    for path in KINDS.values():
        page.goto(site + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "md-skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('article, footer')"), path


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_at_the_narrowest_or_at_four_times_the_size(
    open_page: OpenPage, site: str, kind: str
) -> None:
    page = open_page(320)
    for language in LANGUAGE_PREFIXES:
        page.goto(site + language + KINDS[kind])
        for vision in (False, True):
            see(page, vision)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (language, vision)
        see(page, False)


def test_the_low_vision_mode_enlarges_clears_and_is_remembered(open_page: OpenPage, site: str) -> None:
    page = open_page(1280, color_scheme="light")
    page.goto(site + "strategy/role/")
    size = "parseFloat(getComputedStyle(document.querySelector('.document-body p')).fontSize)"
    before = page.evaluate(size)
    see(page, True)
    page.goto(site + "ru/strategy/role/")
    assert page.get_attribute(".vision-toggle", "aria-pressed") == "true"
    assert page.evaluate(size) >= 1.3 * before
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.document-body p')).color") == "rgb(0, 0, 0)"
    assert not page.locator(".logo").first.is_visible()
    page.goto(site)
    assert page.evaluate("getComputedStyle(document.querySelector('.hero-home'), '::after').display") == "none"
    see(page, False)
    page.reload()
    assert page.get_attribute(".vision-toggle", "aria-pressed") == "false"


def test_nothing_moves_for_readers_who_want_it_still(open_page: OpenPage, site: str) -> None:
    page = open_page(1280, reduced_motion="reduce")
    page.goto(site)
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(d => parseFloat(d) > 0)).length"
    assert page.evaluate(moving) == 0


def test_the_readers_own_colours_keep_the_place_in_the_menu_visible(open_page: OpenPage, site: str) -> None:
    page = open_page(1280, forced_colors="active")
    page.goto(site + "strategy/role/")
    current, other = (
        page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).textDecorationLine")
        for selector in (".menu [aria-current]", ".menu a:not([aria-current])")
    )
    assert current != other


def test_controls_that_need_a_script_are_not_shown_without_one(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert not page.locator(".vision-toggle").is_visible()
    context.close()
