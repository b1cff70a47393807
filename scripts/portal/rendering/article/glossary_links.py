"""The glossary, and the link from an abbreviation's first occurrence in a page to its entry there."""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.glossary import Term

APART = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


def link_terms(article: LexborHTMLParser, known: Mapping[str, Term], address: str) -> None:
    """Link the first occurrence of each abbreviation in an article, endings included («ЖӨБдүн»), to `address`#id.

    Headings, links and code are left alone. An ending is a run of small letters; "ЖӨБ-2" or "МСУР" is no occurrence.
    """
    if not known:
        return
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, known)) + r")(?:-?[^\W\d_A-ZА-ЯЁӨҮҢ]+)?(?![\w])")
    waiting = dict(known)
    for node in [node for node in article.body.traverse(include_text=True) if node.is_text_node]:
        if waiting and not _apart(node):
            _link_in(article, node, pattern, waiting, address)


def _apart(node: LexborNode) -> bool:
    """Whether the text stands in an element in which nothing is linked."""
    while node := node.parent:
        if node.tag in APART:
            return True
    return False


def _link_in(
    article: LexborHTMLParser, node: LexborNode, pattern: re.Pattern[str], waiting: dict[str, Term], address: str
) -> None:
    text, end = node.text_content, 0
    for found in pattern.finditer(text):
        if term := waiting.pop(found[1], None):
            if found.start() > end:
                node.insert_before(text[end : found.start()])
            link = article.create_node("a")
            link.attrs["class"], link.attrs["href"], link.attrs["title"] = (
                "glossary-term",
                f"{address}#{term.id}",
                term.long,
            )
            link.inner_html = found[0]
            node.insert_before(link)
            end = found.end()
    if end:
        node.replace_with(text[end:])
