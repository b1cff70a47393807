"""Elements of an article, as selectolax makes and finds them."""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode


def new_element(article: LexborHTMLParser, tag: str, attributes: Mapping[str, str], html: str = "") -> LexborNode:
    """A new element, complete: selectolax inserts a copy, so what is added later would be lost."""
    element = article.create_node(tag)
    for name, value in attributes.items():
        element.attrs[name] = value
    if html:
        element.inner_html = html
    return element


def body_of(article: LexborHTMLParser) -> LexborNode:
    if article.body is None:
        raise ValueError("an HTML document without a body")
    return article.body


def is_inside(node: LexborNode, tags: set[str]) -> bool:
    parent = node.parent
    while parent is not None and parent.tag not in tags:
        parent = parent.parent
    return parent is not None
