"""Each page has its policy, which covers its scripts and no others; hosts get the headers that go with it."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.content.problems import message
from portal.languages import LANGUAGES
from portal.publication.built_page import read_page
from portal.publication.gates.csp import check_policies
from portal.publication.inline_code import SCRIPTS
from portal.publication.release.headers import HEADERS, nginx_sample, write_headers
from portal.rendering.content_policy import PLACE, fill_policy, hash_source
from portal.rendering.page_assets import inline_script
from projects import ROOT

HEAD = f'<!doctype html><html lang="ky"><head><meta charset="utf-8">{PLACE}<title>x</title></head><body>'
WHOLE = f'{HEAD}{inline_script("redirect.js")}<a href="https://evil.example/?on=javascript:">javascript:</a>'
FOREIGN = "<script>alert(1)</script>"


def problems(html: str) -> list[tuple[str, str]]:
    """The rules that a page breaks, each with the beginning of its English message."""
    found = check_policies([read_page(html, "terms/index.html")])
    assert {problem.path for problem in found} <= {Path("terms/index.html")}
    assert all(message(problem, language) for problem in found for language in LANGUAGES)
    return [(problem.rule, message(problem, "en").partition(":")[0]) for problem in found]


def test_a_page_with_our_scripts_passes() -> None:
    assert problems(fill_policy(WHOLE)) == []


def test_facts_for_search_engines_are_no_script() -> None:
    assert problems(fill_policy(WHOLE + '<script type="application/ld+json">{"name": "x"}</script>')) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (FOREIGN, "<script>alert(1)"),
        ('<script type="application/ld+json; x">alert(1)</script>', "<script>alert(1)"),
        ("<svg><script>alert(1)</script></svg>", "<script>alert(1)"),
        ("<style>p{}</style>", "<style>"),
        ('<p style="color: red">', "style"),
        ("<svg/onload=alert(1)>", "onload"),
        ("<img src=x.png OnError=alert(1)>", "onerror"),
        ('<a href=" java\n\x01script&#58;alert(1)">', "href"),
        ('<form action="javascript:alert(1)">', "action"),
        ('<iframe srcdoc="x">', "srcdoc"),
    ],
)
def test_other_code_in_a_page_is_refused(body: str, code: str) -> None:
    assert problems(fill_policy(WHOLE + body)) == [("built-inline", f"The built page contains “{code}”")]


@pytest.mark.parametrize("place", ["", "<title>x</title>" + PLACE])
def test_a_page_without_a_policy_at_its_very_beginning_is_refused(place: str) -> None:
    found = problems(fill_policy(HEAD.replace(PLACE, place)))
    assert [rule for rule, _ in found] == ["built-policy"]
    assert found[0][1].startswith("The built page lacks its security policy")


def test_a_policy_does_not_cover_a_script_only_because_it_stands_in_the_page() -> None:
    assert hash_source("alert(1)") not in fill_policy(WHOLE + FOREIGN)


def test_every_page_has_the_least_policy_and_keeps_other_sites_in_the_dark(moved_site: Path) -> None:
    for file in moved_site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        policy = tree.css_first("meta[http-equiv]").attributes["content"] or ""
        scripts = {hash_source(script.text()) for script in tree.css(SCRIPTS)}
        directives = {name: set(sources) for name, *sources in map(str.split, policy.split(";"))}
        # Readers do not stay on redirects, nor where nothing is found; on all other pages the search can be opened.
        searches = not tree.css("#_target, #_page, .lost-address")
        assert directives.pop("script-src") == scripts | ({"'self'", "'wasm-unsafe-eval'"} if searches else set()), file
        assert directives.pop("connect-src", None) == ({"'self'"} if searches or tree.css(".lost-address") else None), (
            file
        )
        assert directives == {
            "default-src": {"'none'"},
            "style-src": {"'self'"},
            "img-src": {"'self'"},
            "manifest-src": {"'self'"},
            "object-src": {"'none'"},
            "base-uri": {"'none'"},
            "form-action": {"'self'"},
        }
        assert bool(tree.css("[data-module]")) is searches, file
        assert tree.css_first("meta[name=referrer]").attributes["content"] == HEADERS["Referrer-Policy"]


def test_hosts_get_the_same_headers_in_both_ways(tmp_path: Path) -> None:
    write_headers(tmp_path)
    place, *lines = (tmp_path / "_headers").read_text(encoding="utf-8").splitlines()
    assert place == "/*" and lines == [f"  {name}: {value}" for name, value in HEADERS.items()]
    sample = re.findall(r"(?m)^ {4}(add_header .+\n)", (ROOT / ".github/PUBLISHING.md").read_text(encoding="utf-8"))
    assert "".join(sample) == nginx_sample()


def test_the_headers_are_published(built: Path) -> None:
    assert "frame-ancestors" in (built / "_headers").read_text(encoding="utf-8")
