"""Markdown parsed by markdown-it, with line numbers for inline tokens too."""

from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link, newline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

InlineRule = Callable[[StateInline, bool], bool]
INLINE_RULES = {
    "link": (link, "["),
    "image": (image, "!"),
    "autolink": (autolink, "<"),
    "html_inline": (html_inline, "<"),
    "backticks": (backtick, "`"),
    "newline": (newline, "\n"),
}
"""Rules whose tokens need a line, each with the character it begins with."""


def parse(text: str) -> list[Token]:
    """The block tokens of a text; their `map` counts lines from 0."""
    return _PARSER.parse(text)


def start_line(block: Token) -> int:
    """The line of the file on which a block begins, from 1."""
    return block.map[0] + 1 if block.map else 1


def inline_tokens(inline: Token) -> Iterator[tuple[Token, int]]:
    """The parts of a paragraph, a heading or a cell, each with the line on which it begins, from 1."""
    line = 0
    for child in inline.children or ():
        line = child.meta.get("line", line)
        yield child, start_line(inline) + line
        if child.type != "link_open":
            line = child.meta.get("end", line)


def _with_lines(rule: InlineRule, first_character: str) -> InlineRule:
    """The same rule, recording where its tokens begin and end; markdown-it knows lines of blocks only."""

    def record_lines(state: StateInline, silent: bool) -> bool:
        begin, count = state.pos, len(state.tokens)
        if state.src[begin] != first_character or not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            if token.type not in ("text", "link_close"):
                token.meta.setdefault("line", state.src.count("\n", 0, begin))
                token.meta.setdefault("end", state.src.count("\n", 0, state.pos))
        return True

    return record_lines


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(admon_plugin).use(deflist_plugin).use(footnote_plugin, inline=False)
    for name, (rule, first_character) in INLINE_RULES.items():
        parser.inline.ruler.at(name, _with_lines(rule, first_character))
    # Addresses are reported as written, so nothing is percent-encoded and nothing is dropped silently.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _make_parser()
