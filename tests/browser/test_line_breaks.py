"""No line ends within a year, a date or an ordinal, or before a dash, measured in Chromium on narrow phones."""

import pytest

from browser.page_kinds import LANGUAGE_PREFIXES, OpenPage

# What is kept on one line but stands on two, as the text of a block has it.
BROKEN = r"""() => [...document.querySelectorAll('article :is(h1, h2, p, li)')].filter(e => e.checkVisibility()).flatMap(block => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), letters = []
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) letters.push([walker.currentNode, at])
    const line = ([node, at]) => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getClientRects()[0]?.bottom
    }
    const text = letters.map(([node, at]) => node.data[at]).join('')
    const kept = /\d+([–-][\p{L}\d]+)+|\d{4}-жылдын\s\d+-\p{L}+|\d+ (марта|March) \d{4}( год\p{L}*)?|\S\s[–—](?=\s)/gu
    return [...text.matchAll(kept)].filter(found => {
        const lines = letters.slice(found.index, found.index + found[0].length).map(line).filter(Boolean)
        return Math.max(...lines) - Math.min(...lines) > 12
    }).map(found => found[0])
})"""
PAGE = "news/2020-03-12-strategy-discussion/"


@pytest.mark.parametrize("width", (390, 360))
def test_what_belongs_together_stands_on_one_line(open_page: OpenPage, site: str, width: int) -> None:
    page = open_page(width)
    for language in LANGUAGE_PREFIXES:
        page.goto(site + language + PAGE)
        assert page.evaluate(BROKEN) == [], language


def test_the_measure_finds_what_it_looks_for(open_page: OpenPage, site: str) -> None:
    page = open_page(390)
    page.goto(site + PAGE)
    page.evaluate("document.querySelectorAll('article .nowrap').forEach(e => e.className = '')")
    assert page.evaluate(BROKEN) != []


def test_what_is_kept_on_one_line_is_found_by_readers(open_page: OpenPage, site: str) -> None:
    page = open_page(390)
    page.goto(site + PAGE)
    for words in ("2020-жылдын 9-март", "2020–2025-жж"):
        assert page.evaluate("words => { getSelection().removeAllRanges(); return find(words) }", words), words
