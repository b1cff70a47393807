"""The layout holds, measured in Chromium on texts made to break it."""

import pytest

from browser.page_kinds import OpenPage, see

WIDTHS = (320, 390, 768, 1280)
"""One for each layout of the style sheet."""
PAGES = (
    "",
    "strategy/",
    "strategy/chapter/",
    "strategy/headings/",
    "priorities/",
    "priorities/one/",
    "news/",
    "news/2020-03-12-item/",
    "search/",
    "terms/",
    "ru/strategy/chapter/",
    "en/news/",
    "nothing/",
)
# A frame that scrolls by itself may hold what is wider than the window.
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.table-scroll'))
    .filter(e => { const box = e.getBoundingClientRect(); return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) })
    .map(e => e.outerHTML.slice(0, 100))"""
CUT = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility())
    .filter(e => { const style = getComputedStyle(e)
        return style.clipPath === 'none' && ['hidden', 'clip'].includes(style.overflowX) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) })
    .map(e => e.outerHTML.slice(0, 100))"""
# Lines of different texts that lie over each other by more than a third of their height.
OVERLAPPING = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), lines = []
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement
        if (!node.data.trim() || !element.checkVisibility() || getComputedStyle(element).clipPath !== 'none' || element.closest('.table-scroll, .md-skip, .document-contents')) continue
        const range = document.createRange(); range.selectNodeContents(node)
        for (const box of range.getClientRects()) if (box.width > 1) lines.push([box, node])
    }
    lines.sort((a, b) => a[0].top - b[0].top)
    const found = []
    for (let i = 0; i < lines.length; i++)
        for (let j = i + 1; j < lines.length && lines[j][0].top < lines[i][0].bottom; j++) {
            const [a, first] = lines[i], [b, second] = lines[j]
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
            if (first !== second && across > 2 && down > Math.min(a.height, b.height) / 3) found.push(first.data.trim().slice(0, 40) + ' / ' + second.data.trim().slice(0, 40))
        }
    return found }"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window_cut_or_overlapping(
    open_page: OpenPage, hard_site: str, width: int, path: str
) -> None:
    page = open_page(width)
    page.goto(hard_site + path)
    for vision in (False, True):
        see(page, vision)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, vision
        assert page.evaluate(TOO_WIDE) == [], vision
        assert page.evaluate(CUT) == [], vision
        assert page.evaluate(OVERLAPPING) == [], vision


@pytest.mark.parametrize(
    ("spoiled", "measure"),
    [
        ("<p style='width:3000px'>сөз</p>", TOO_WIDE),
        ("<p style='overflow:hidden;height:5px'>сөз</p>", CUT),
        ("<p>сөз бир</p><p style='margin-top:-2.4em'>сөз эки</p>", OVERLAPPING),
    ],
)
def test_the_measures_find_what_they_look_for(open_page: OpenPage, hard_site: str, spoiled: str, measure: str) -> None:
    page = open_page(390, bypass_csp=True)
    page.goto(hard_site)
    page.evaluate(f'document.querySelector("article").insertAdjacentHTML("afterbegin", `<div>{spoiled}</div>`)')
    assert page.evaluate(measure) != []


@pytest.mark.parametrize("width", (390, 1280))
def test_a_wide_table_scrolls_by_itself_and_by_keyboard(open_page: OpenPage, hard_site: str, width: int) -> None:
    page = open_page(width)
    page.goto(hard_site + "strategy/chapter/")
    frame = page.locator(".table-scroll").first
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.table-scroll').scrollLeft > 0")


@pytest.mark.parametrize("width", (390, 1280))
def test_many_sections_are_folded_away_until_asked_for(open_page: OpenPage, hard_site: str, width: int) -> None:
    page = open_page(width)
    page.goto(hard_site + "strategy/headings/")
    assert not page.locator(".document-contents li").first.is_visible()
    page.click(".document-contents summary")
    assert page.locator(".document-contents li").first.is_visible()
    assert page.locator(".document-contents li").count() == 400


@pytest.mark.parametrize("width", (390, 1280))
def test_years_without_news_are_not_named(open_page: OpenPage, hard_site: str, width: int) -> None:
    page = open_page(width)
    page.goto(hard_site + "news/")
    assert page.locator(".band-heading h2").all_inner_texts() == ["2020", "Мурунку жылдар"]
    assert page.locator(".news-years a").all_inner_texts() == ["2018"]
