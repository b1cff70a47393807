"""Attributes in braces, and signs that nobody sees: what stands beside the words of a text."""

import html
import re
from collections.abc import Iterator

from markdown_it.token import Token

from portal.content.markdown.allowed import ATTRIBUTE_LIST, FENCE_INFO
from portal.content.markdown.parser import inline_tokens, start_line
from portal.content.markdown.pitfalls import Fragment
from portal.content.markdown.unseen import unseen_sign

CODE = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
BRACES = re.compile(r"(?<!\\)\{:?([^{}\n]*)\}")
MARKS = re.compile(r"[ ]*[#.:]|.*=")
"""What makes an attribute list of words in braces, wherever they stand."""
BEFORE = tuple(")]*_`>")
AFTER = re.compile(r"[ ]*(?:\n|$)")


def find_foreign_attributes(tokens: list[Token]) -> Iterator[Fragment]:
    """Attribute lists with more than an id and a language, and options of fences."""
    for token in tokens:
        if token.type == "fence" and not FENCE_INFO.fullmatch(token.info.strip()):
            yield Fragment(token.markup + token.info, start_line(token))
        elif token.type == "inline" and "{" in token.content:
            text = token.content
            if "`" in text:
                text = CODE.sub(lambda found: "`" * len(found[0]), text)
            for braces in BRACES.finditer(text):
                if _is_attribute_list(text, braces) and not ATTRIBUTE_LIST.fullmatch(braces[1]):
                    yield Fragment(braces[0], start_line(token) + text.count("\n", 0, braces.start()))


def _is_attribute_list(text: str, braces: re.Match[str]) -> bool:
    """Whether Python-Markdown may take words in braces for attributes: by their signs, or by where they stand."""
    before, after = text[: braces.start()], text[braces.end() :]
    return bool(MARKS.match(braces[1]) or before.endswith(BEFORE) or AFTER.match(after))


def find_unseen_signs(tokens: list[Token], text: str) -> Iterator[Fragment]:
    """Signs that nobody sees, in words, code, addresses and titles, written out or as entities."""
    if "&" not in text and not unseen_sign(text):
        return
    for block in tokens:
        for part, line in inline_tokens(block) if block.type == "inline" else [(block, start_line(block))]:
            for text in (part.content, *map(str, part.attrs.values())):
                # The words of an image stay as they are written.
                if sign := unseen_sign(html.unescape(text) if part.type == "image" else text):
                    yield Fragment(sign, line)
