"""A linked heading is seen below the bar, on the narrowest phone and with large text; panels and addresses look as designed."""

import pytest

from browser.page_kinds import LANGUAGE_PREFIXES, OpenPage

NEWS = "news/2020-03-12-strategy-discussion/"
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
"""The spacing that readers may ask for by the rules of accessibility."""
# By how much the bar covers the linked heading; nothing while it does not stand at the top.
COVERED = """() => {
    const bar = document.querySelector('.header-bar').getBoundingClientRect()
    const heading = document.querySelector(':target').getBoundingClientRect()
    return [Math.max(0, bar.bottom - heading.top), heading.top < innerHeight]
}"""


@pytest.mark.parametrize(("width", "percent"), [(320, 100), (320, 200), (360, 130), (390, 200)])
def test_a_linked_heading_lands_below_the_bar(open_page: OpenPage, site: str, width: int, percent: int) -> None:
    page = open_page(width)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16 * percent // 100}})
    for language in LANGUAGE_PREFIXES:
        for place in ("terms/#psi", "strategy/role/#status", f"{NEWS}#director"):
            page.goto(site + language + place)
            assert page.evaluate(COVERED) == [0, True], (language, place)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})


def test_a_heading_under_the_bar_is_noticed(open_page: OpenPage, site: str) -> None:
    page = open_page(390, bypass_csp=True)
    page.goto(f"{site}terms/#psi")
    page.add_style_tag(content="* { scroll-margin: 0 !important }")
    page.evaluate("document.querySelector(':target').scrollIntoView()")
    assert page.evaluate(COVERED)[0] > 0


@pytest.mark.parametrize("width", (390, 1280))
@pytest.mark.parametrize("way", ("link", "scroll"))
def test_the_language_menu_keeps_the_paragraph_of_a_news_item(
    open_page: OpenPage, site: str, width: int, way: str
) -> None:
    page = open_page(width)
    page.goto(site + NEWS + ("#interests" if way == "link" else ""))
    page.evaluate("document.getElementById('interests').scrollIntoView()")
    for language in ("ru", "en", "ky"):
        page.click(f".language-links a[hreflang={language}]")
        prefix = "" if language == "ky" else f"{language}/"
        page.wait_for_url(f"{site}{prefix}{NEWS}#interests")
        top = page.locator("#interests").evaluate("place => place.getBoundingClientRect().top")
        assert 0 < top < 300, language


def test_text_spaced_by_readers_stays_within_the_narrowest_window(open_page: OpenPage, site: str) -> None:
    page = open_page(320, bypass_csp=True)
    for language in LANGUAGE_PREFIXES:
        for path in ("", "strategy/", "strategy/role/", "priorities/", "terms/", NEWS):
            page.goto(site + language + path)
            page.add_style_tag(content=SPACING)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, language + path


@pytest.mark.parametrize(("width", "rows"), [(320, 2), (360, 1), (390, 1)])
def test_the_rows_of_the_menu_are_equally_long(open_page: OpenPage, site: str, width: int, rows: int) -> None:
    page = open_page(width)
    for language in LANGUAGE_PREFIXES:
        page.goto(site + language)
        tops = page.locator(".menu a").evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
        assert [tops.count(top) for top in sorted(set(tops))] == [len(tops) // rows] * rows, language


def test_an_open_panel_and_a_quotation_look_as_designed(open_page: OpenPage, site: str) -> None:
    page = open_page(1280)
    page.goto(f"{site}about/markdown/")
    looks = page.evaluate("""() => [...document.querySelectorAll('details, details *')].map(e => {
        e.closest('details').open = true
        const style = getComputedStyle(e)
        return style.boxShadow + ' ' + style.borderRadius })""")
    assert set(looks) == {"none 0px"}
    quotation = page.locator("blockquote").first.evaluate(
        "e => [getComputedStyle(e).borderLeft, getComputedStyle(e).backgroundColor]"
    )
    link = page.evaluate("getComputedStyle(document.querySelector('article p a')).color")
    assert quotation == [f"2px solid {link}", "rgba(0, 0, 0, 0)"]


# Where the lines of an address end: what stands before each break and after it.
BREAKS = """place => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), signs = []
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
        const range = document.createRange()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + 1)
        signs.push([walker.currentNode.data[at], range.getBoundingClientRect().top])
    }
    return signs.slice(1).map((sign, at) => [signs[at], sign]).filter(([one, other]) => other[1] - one[1] > 5).map(([one, other]) => one[0] + other[0])
}"""


@pytest.mark.parametrize("width", (320, 390, 1280))
def test_the_address_of_a_section_breaks_only_after_a_folder(open_page: OpenPage, site: str, width: int) -> None:
    page, breaks = open_page(width), list[str]()
    for language in LANGUAGE_PREFIXES:
        page.goto(f"{site}{language}strategy/role/")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        for address in page.locator(".permalink-control [lang=zxx]").all():
            breaks += address.evaluate(BREAKS)
    assert breaks or width > 400
    assert [each for each in breaks if not each.startswith("/")] == []
