"""What is written into a built page for its browser to run, and the policy that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from portal.rendering.content_policy import hash_source

SCRIPTS = 'script:not([src], [type="application/ld+json"])'
"""Those that a browser runs; facts for search engines are none."""
POLICY = "content-security-policy"
ADDRESSES = ("href", "src", "action")
SCRIPT = re.compile(r"[\0- ]*" + r"[\0- ]*".join("javascript:"), re.IGNORECASE)
"""An address that is code; browsers leave out such blanks of its beginning, and some of all of it."""


@dataclass(frozen=True)
class InlineCode:
    """Whether a page has a policy before all but the charset, and what it has that no policy of ours allows."""

    has_policy: bool
    forbidden: tuple[str, ...]
    """Elements and attributes such as "<style>", "onclick", "style"; and scripts that its policy does not name."""


def inline_code(tree: LexborHTMLParser) -> InlineCode:
    policy = _policy(tree) or ""
    return InlineCode(bool(policy), tuple(dict.fromkeys([*_forbidden(tree), *_unnamed(tree, policy)])))


def _unnamed(tree: LexborHTMLParser, policy: str) -> Iterator[str]:
    named = policy.replace(";", " ").split()
    for script in (node.text() for node in tree.css(SCRIPTS)):
        if hash_source(script) not in named:
            yield f"<script>{script}"


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
