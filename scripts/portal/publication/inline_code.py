"""What is written into a built page for its browser to run, and the policy that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

SCRIPTS = 'script:not([src], [type="application/ld+json"])'
"""Those that a browser runs; facts for search engines are none."""
POLICY = "content-security-policy"
BLANK = re.compile(r"[\0- ]")
"""What browsers leave out of the beginning of an address, or of all of it."""


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
    for node in tree.css("*"):
        if node.tag == "style":
            yield "<style>"
        yield from (name for name, value in node.attributes.items() if _runs(name, value or ""))


def _runs(name: str, value: str) -> bool:
    """Whether an attribute carries code: a handler, a style, a page, an address that is a script."""
    if name.endswith(("href", "action", "src")):
        return BLANK.sub("", value).lower().startswith("javascript:")
    return name.startswith("on") or name in ("style", "srcdoc")
