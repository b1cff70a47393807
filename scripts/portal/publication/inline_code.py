"""What is written into a built page for its browser to run, and the policy that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

SCRIPTS = 'script:not([src], [type="application/ld+json"])'
"""Those that a browser runs; facts for search engines are none."""
POLICY = "content-security-policy"
ADDRESSES = ("href", "src", "action")
SCRIPT = re.compile(r"[\0- ]*" + r"[\0- ]*".join("javascript:"), re.IGNORECASE)
"""An address that is code; browsers leave out such blanks of its beginning, and some of all of it."""


@dataclass(frozen=True)
class InlineCode:
    """The policy of a page, if it comes before all but the charset; its scripts; and what no policy of ours allows."""

    policy: str | None
    scripts: tuple[str, ...]
    forbidden: tuple[str, ...]
    """Such as "<style>", "onclick", "style": the elements and attributes by which a page carries other code."""


def inline_code(tree: LexborHTMLParser) -> InlineCode:
    scripts = tuple(node.text() for node in tree.css(SCRIPTS))
    return InlineCode(_policy(tree), scripts, tuple(_forbidden(tree)))


def _policy(tree: LexborHTMLParser) -> str | None:
    first = tree.css("head > *")[:2]
    if len(first) < 2 or "charset" not in first[0].attributes:
        return None
    names = {name: value or "" for name, value in first[1].attributes.items()}
    return names.get("content") if names.get("http-equiv", "").lower() == POLICY else None


def _forbidden(tree: LexborHTMLParser) -> Iterator[str]:
    yield from ("<style>" for _ in tree.css("style"))
    for name in sorted({name for node in tree.css("*") for name in node.attributes}):
        if name.endswith(ADDRESSES):
            runs = any(map(SCRIPT.match, _values(tree, name)))
        else:
            runs = name.startswith("on") or name in ("style", "srcdoc")
        if runs:
            yield name


def _values(tree: LexborHTMLParser, name: str) -> Iterator[str]:
    nodes = tree.css(f"[{name}]" if name in ADDRESSES else "*")
    return (node.attributes.get(name) or "" for node in nodes)
