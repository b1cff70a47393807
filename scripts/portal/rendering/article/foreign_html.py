"""Whether the HTML that Python-Markdown made of a text holds nothing but what our Markdown stands for."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.content.markdown.allowed import ELEMENTS, is_allowed
from portal.content.markdown.unseen import unseen_sign

FRAME = ("html", "head", "body")
"""What the parser puts around every text."""


def find_foreign(article: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Each node with something else, as browsers read it, and what that is."""
    for node in article.root.traverse(include_text=True) if article.root else ():
        if node.is_text_node:
            found = unseen_sign(node.text_content or "")
        elif node.tag in ELEMENTS:
            found = _foreign_attribute(node)
        else:
            found = None if node.tag in FRAME and not node.attributes else f"<{node.tag}>"
        if found:
            yield node, found


def _foreign_attribute(node: LexborNode) -> str | None:
    for name, value in node.attributes.items():
        if not is_allowed(str(node.tag), name, value or "") or unseen_sign(value or ""):
            return f'<{node.tag} {name}="{value or ""}">'
    return None
