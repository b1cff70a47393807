"""The one style sheet of the published site: those rules of the theme that some page can need, then the site's own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from portal.publication.built_page import BuiltPage

SHEET = Path("assets/site.css")
THEME = Path("assets/stylesheets")
UNUSED = (THEME, Path("assets/javascripts"), Path("assets/images"))
"""Folders of the theme that no page refers to: its script, its palette, its sign."""
GROUPS = {"media", "supports"}
SETTINGS = ("[dir", "[data-md-")
"""Attributes that decide whether a rule is needed."""
USED = re.compile(r"var\((--[\w-]+)")


def write_stylesheet(folder: Path, pages: Iterable[BuiltPage]) -> None:
    """Put the theme's sheet, cut down to what `pages` use, before the site's own in assets/site.css, and take the theme's own files away."""
    themes = sorted((folder / THEME).glob("main.*.css"))
    names = frozenset().union(*(page.names for page in pages))
    own = (folder / SHEET).read_text(encoding="utf-8")
    theme = "".join(purge(sheet.read_text(encoding="utf-8"), names, own) for sheet in themes)
    (folder / SHEET).write_text(rcssmin.cssmin(theme + own), encoding="utf-8")
    for unused in UNUSED:
        shutil.rmtree(folder / unused, ignore_errors=True)


def purge(sheet: str, names: frozenset[str], beside: str = "") -> str:
    """A sheet without the selectors that cannot match where only `names` occur ("p", ".lead", "#top", "[dir=ltr]"), and without
    custom properties that neither it nor the sheet `beside` it uses."""
    rules = list(_kept(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), names))
    text, before = _text(rules, None), ""
    while text != before:
        before, text = text, _text(rules, frozenset(USED.findall(text + beside)))
    return text


@dataclass(frozen=True)
class Rule:
    """A head and what stands in its braces: declarations, or rules within a group."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()


def _kept(rules: Iterable[Node], names: frozenset[str]) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [
                tinycss2.serialize(selector) for selector in _split(rule.prelude) if _possible(selector, names)
            ]
            if selectors:
                yield Rule(",".join(selectors), _declarations(rule.content))
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in GROUPS:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield Rule(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}", rules=tuple(_kept(inner, names)))


def _declarations(content: Sequence[Node]) -> tuple[tuple[str, str], ...]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple((node.name, node.serialize()) for node in found if isinstance(node, Declaration))


def _text(rules: Iterable[Rule], used: frozenset[str] | None) -> str:
    """The rules as text; of custom properties only those `used`, unless that is None."""
    texts = []
    for rule in rules:
        inner = _text(rule.rules, used) or ";".join(
            text for name, text in rule.declarations if used is None or not name.startswith("--") or name in used
        )
        if inner:
            texts.append(f"{rule.head}{{{inner}}}")
    return "".join(texts)


def _split(prelude: Sequence[Node]) -> list[list[Node]]:
    """The selectors of a list, cut at its commas."""
    selectors: list[list[Node]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _possible(selector: Sequence[Node], names: frozenset[str]) -> bool:
    """Whether every tag, class, id and setting that a selector asks for occurs somewhere; what stands in :is() or :not() does not decide."""
    before = ""
    for token in selector:
        if token.type == "[] block":
            setting = tinycss2.serialize([token])
            if setting.startswith(SETTINGS) and setting.replace('"', "") not in names:
                return False
        elif token.type in ("ident", "hash") and before != ":":
            if {"hash": "#", "ident": before if before == "." else ""}[token.type] + token.value not in names:
                return False
        before = token.value if token.type == "literal" else ""
    return True
