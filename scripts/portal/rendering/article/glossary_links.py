"""The link from the first occurrence of an abbreviation in a page to its glossary entry."""

import re
from collections.abc import Mapping

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.glossary import Term
from portal.rendering.article.elements import body_of, is_inside, new_element

NEVER_LINKED = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


def link_terms(article: LexborHTMLParser, known: Mapping[str, Term], address: str) -> None:
    """Link the first occurrence of each abbreviation in an article, endings included («ЖӨБдүн»), to `address`#id.

    Headings, links and code are left alone. An ending is a run of small letters; "ЖӨБ-2" or "МСУР" is no occurrence.
    """
    if not known:
        return
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, known)) + r")(?:-?[^\W\d_A-ZА-ЯЁӨҮҢ]+)?(?![\w])")
    remaining = dict(known)
    for node in [node for node in body_of(article).traverse(include_text=True) if node.is_text_node]:
        if remaining and not is_inside(node, NEVER_LINKED):
            _link_in(article, node, pattern, remaining, address)


def _link_in(
    article: LexborHTMLParser, node: LexborNode, pattern: re.Pattern[str], remaining: dict[str, Term], address: str
) -> None:
    text, end = node.text_content or "", 0
    for found in pattern.finditer(text):
        if term := remaining.pop(found[1], None):
            if found.start() > end:
                node.insert_before(text[end : found.start()])
            attributes = {"class": "glossary-term", "href": f"{address}#{term.id}", "title": term.long}
            node.insert_before(new_element(article, "a", attributes, str(escape(found[0]))))
            end = found.end()
    if end:
        node.replace_with(text[end:])
