"""The style sheet is our own rules alone, served small under an address that changes when they do."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
import rcssmin
from selectolax.lexbor import LexborHTMLParser

from portal.rendering import page_assets
from projects import ROOT

SOURCE = (ROOT / "overrides/assets/site.css").read_text(encoding="utf-8")
BY_THEME = frozenset({"md-container", "md-grid", "md-main", "md-main__inner", "md-skip", "no-js", "js"})
"""Classes that the theme's base template writes."""
BY_MARKDOWN = frozenset({"admonition", "admonition-title", "footnote", "footnote-backref"})
BY_STATE = frozenset({"is-behind", "is-missing"})
"""Classes of the status page, made of "is-" and a status."""
BY_SCRIPT = frozenset({"vision"})


def classes(css: str) -> set[str]:
    """The classes that selectors name; texts in quotation marks are none."""
    return set(
        re.findall(
            r"\.([a-z][\w-]*)", re.sub(r"\"[^\"]*\"|url\([^)]*\)|/\*.*?\*/|\{[^{}]*\}", "", css, flags=re.DOTALL)
        )
    )


def test_what_is_served_is_our_sheet_minified(built: Path) -> None:
    served = (built / "assets/site.css").read_text(encoding="utf-8")
    assert served == rcssmin.cssmin(SOURCE)
    assert len(served) < 0.9 * len(SOURCE)


def test_every_page_links_the_sheet_by_the_hash_of_what_is_served(built: Path) -> None:
    key = sha256((built / "assets/site.css").read_bytes()).hexdigest()[:8]
    links = {
        link.attributes["href"].rpartition("assets/")[2]
        for page in built.rglob("*.html")
        for link in LexborHTMLParser(page.read_text(encoding="utf-8")).css("head link[rel=stylesheet]")
    }
    assert links == {f"site.css?{key}"}


def test_the_key_changes_with_the_rules_and_not_with_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "site.css"
    monkeypatch.setattr(page_assets, "STYLE_SHEET", source)
    keys = []
    for text in (SOURCE, f"/* A remark. */\n\n{SOURCE}", f"{SOURCE}\np {{ color: red; }}"):
        source.write_text(text, encoding="utf-8")
        keys.append(page_assets.style_sheet_key())
    assert keys[0] == keys[1] != keys[2]


def test_nothing_of_the_theme_is_published(built: Path) -> None:
    theme = Path(__import__("material").__file__).parent / "templates/assets"
    files = {file.relative_to(theme) for file in theme.rglob("*") if file.is_file()}
    assert files
    assert not [file for file in files if (built / "assets" / file).exists()]


def test_every_rule_is_for_something_that_templates_or_python_write() -> None:
    written = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("overrides", "scripts/portal")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".html", ".py", ".js")
    )
    words = set(re.findall(r"[a-z][\w-]*", written))
    assert classes(SOURCE) - words - BY_THEME - BY_MARKDOWN - BY_STATE - BY_SCRIPT == set()


def test_a_class_without_use_is_found() -> None:
    assert classes('.used, p > .unused-one:hover { content: ".text"; margin: .5rem }') == {"used", "unused-one"}


def test_every_property_that_is_used_is_defined() -> None:
    search = (ROOT / "overrides/assets/search/search.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[\w-]+)", SOURCE + search))
    assert used == set(re.findall(r"(?m)(--[\w-]+):", SOURCE)) and len(used) > 10


def test_no_rule_fights_another() -> None:
    for weapon in ("!important", ".md-typeset", "[dir"):
        assert weapon not in SOURCE


def test_class_names_are_written_out() -> None:
    short = {part for name in classes(SOURCE) - BY_THEME for part in name.split("-") if len(part) < 4}
    assert short == {"bar", "is", "qr", "tag"}
