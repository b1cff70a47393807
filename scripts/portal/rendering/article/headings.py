"""Section numbers and permalink controls of headings."""

from selectolax.lexbor import LexborHTMLParser

from portal.rendering.article.elements import new_element
from portal.rendering.page_view import PageView
from portal.rendering.permalink_control import permalink_control

HEADINGS = "h2[id], h3[id], h4[id], h5[id], h6[id]"


def complete_headings(article: LexborHTMLParser, view: PageView) -> None:
    """Number the sections of a chapter («2.1», «2.1.3»), and add to each heading its permalink control."""
    counts = [0] * 5
    for heading in article.css(HEADINGS):
        level = int((heading.tag or "h2")[1]) - 2
        counts = counts[:level] + [counts[level] + 1] + [0] * (4 - level)
        identifier, title = heading.attributes["id"] or "", " ".join(heading.text().split())
        if view.chapter and heading.child:
            number = ".".join(map(str, [view.chapter, *counts[: level + 1]]))
            attributes = {"class": "section-number", "data-search-skip": ""}
            heading.child.insert_before(new_element(article, "span", attributes, number))
            heading.child.insert_after(" ")
        html = f"{heading.html}{permalink_control(view, identifier, title)}"
        heading.replace_with(new_element(article, "div", {"class": "section-heading"}, html))
