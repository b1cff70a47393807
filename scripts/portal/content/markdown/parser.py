"""Markdown taken apart by markdown-it, each inline piece with its line."""

from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link, newline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

InlineRule = Callable[[StateInline, bool], bool]
LINED = {
    "link": (link, "["),
    "image": (image, "!"),
    "autolink": (autolink, "<"),
    "html_inline": (html_inline, "<"),
    "backticks": (backtick, "`"),
    "newline": (newline, "\n"),
}
"""Rules whose tokens want a line, each with the sign that it begins with."""


def tokens(text: str) -> list[Token]:
    """The blocks of a text; lines are counted from 0."""
    return _PARSER.parse(text)


def start(block: Token) -> int:
    """The line of the file on which a block begins, from 1."""
    return block.map[0] + 1 if block.map else 1


def pieces(inline: Token) -> Iterator[tuple[Token, int]]:
    """The parts of a paragraph, a heading or a cell, each with the line on which it begins."""
    first = inline.map[0] if inline.map else 0
    line = 0
    for child in inline.children or ():
        line = child.meta.get("line", line)
        yield child, first + line
        if child.type != "link_open":
            line = child.meta.get("end", line)


def _lined(rule: InlineRule, sign: str) -> InlineRule:
    """The same rule, noting on the token it makes where that begins and ends; markdown-it knows only lines of blocks."""

    def noted(state: StateInline, silent: bool) -> bool:
        begin, made = state.pos, len(state.tokens)
        if state.src[begin] != sign or not rule(state, silent):
            return False
        for token in state.tokens[made:]:
            if token.type not in ("text", "link_close"):
                token.meta.setdefault("line", state.src.count("\n", 0, begin))
                token.meta.setdefault("end", state.src.count("\n", 0, state.pos))
        return True

    return noted


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(admon_plugin).use(deflist_plugin).use(footnote_plugin, inline=False)
    for name, (rule, sign) in LINED.items():
        parser.inline.ruler.at(name, _lined(rule, sign))
    # Addresses are reported as written, so nothing is percent-encoded and nothing is dropped in silence.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
