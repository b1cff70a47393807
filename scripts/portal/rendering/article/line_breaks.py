"""No line of an article ends within a year, a date or an ordinal, or before a dash."""

from selectolax.lexbor import LexborHTMLParser

from portal.rendering.article.elements import body_of, is_inside, new_element
from portal.wording.line_breaks import break_apart

LEFT_ALONE = {"code", "pre", "aside"}
"""Code, and the addresses listed for print."""


def keep_together(article: LexborHTMLParser) -> None:
    for node in [node for node in body_of(article).traverse(include_text=True) if node.is_text_node]:
        text = node.text_content or ""
        *others, last = break_apart(text)
        if (others or last != text) and not is_inside(node, LEFT_ALONE):
            for number, piece in enumerate(others):
                kept = new_element(article, "span", {"class": "nowrap"}, piece)
                node.insert_before(kept if number % 2 else piece)
            node.replace_with(last)
