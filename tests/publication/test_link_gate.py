"""The gate over the built site finds what is broken, and nothing else."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal.content.problems import message
from portal.publication.built_page import read_site
from portal.publication.gates.links import check_links, relative_place

URL = "https://example.org/a/b/"
HEAD = '<!doctype html><html lang="ky"><head><title>x</title></head><body>'
WHOLE = {
    "index.html": f'{HEAD}<a href="strategy/#role">a</a><a href="https://other.example/">b</a><a href="mailto:a@example.org">c</a><img src="mark.svg">',
    "strategy/index.html": f'{HEAD}<h2 id="role">Role</h2><a href="..">up</a><a href="#role">here</a><a href="{URL}">home</a>',
    "mark.svg": "<svg/>",
}


def faults(folder: Path, changed: dict[str, str]) -> list[tuple[str, str]]:
    for name, text in (WHOLE | changed).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problems = check_links(folder, URL, read_site(folder))
    assert all(message(problem, language) for problem in problems for language in ("ky", "ru", "en"))
    return [(problem.path.as_posix(), problem.rule) for problem in problems]


def test_a_whole_site_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<a href="strateggy/">x</a>', "built-link"),
        ('<a href="/strategy/">x</a>', "built-link"),
        ('<a href="strategy">x</a>', "built-link"),
        ('<img src="no.svg" alt="">', "built-link"),
        ('<img src="mark.svg" srcset="mark.svg 1w, no.webp 2w" alt="">', "built-link"),
        (f'<meta property="og:image" content="{URL}assets/cards/no.png">', "built-link"),
        ('<meta property="og:image" content="https://other.example/x.png">', "built-outside"),
        ('<a href="strategy/#status">x</a>', "built-anchor"),
        ('<a href="#nowhere">x</a>', "built-anchor"),
        ('<script src="https://cdn.example/x.js"></script>', "built-outside"),
        ('<link rel="stylesheet" href="//fonts.example/x.css">', "built-outside"),
        ('<link rel="preconnect" href="https://fonts.example">', "built-outside"),
        ('<img src="https://other.example/x.png" alt="">', "built-outside"),
        ('<p id="a">x</p><p id="a">y</p>', "built-id-twice"),
    ],
)
def test_what_is_broken_is_found(tmp_path: Path, body: str, rule: str) -> None:
    assert faults(tmp_path, {"index.html": HEAD + body}) == [("index.html", rule)]


def test_a_link_that_leads_somewhere_from_one_folder_is_checked_from_others(tmp_path: Path) -> None:
    link = f'{HEAD}<a href="../strategy/">x</a>'
    places = ("a/index.html", "strategy/a/index.html", "strategy/b/index.html", "index.html")
    assert faults(tmp_path, {"strategy/index.html": f'{link}<h2 id="role">x</h2>', **dict.fromkeys(places, link)}) == [
        ("index.html", "built-link"),
        ("strategy/a/index.html", "built-link"),
        ("strategy/b/index.html", "built-link"),
    ]


PIECES = (
    "../",
    "./",
    "/",
    "..",
    ".",
    "a/",
    "b-1/",
    "c.svg",
    "index.html",
    "?v=1",
    "#",
    "#id",
    "%41",
    ":",
    "//",
    " ",
    "ө",
)


@given(
    some.sampled_from(["", "404.html", "a/", "ru/a/b/"]), some.lists(some.sampled_from(PIECES), max_size=5).map("".join)
)
def test_a_plain_relative_address_leads_where_browsers_take_it(url: str, target: str) -> None:
    place, address = relative_place(url, target), urlsplit(urljoin(URL + url, target))
    assert place in (None, (unquote(address.path).removeprefix("/a/b/"), unquote(address.fragment)))


@pytest.mark.parametrize(("target", "place"), [("../b/#c", ("ru/b/", "c")), ("", ("ru/a/", "")), ("./", ("ru/a/", ""))])
def test_the_addresses_of_the_site_are_plain(target: str, place: tuple[str, str]) -> None:
    assert relative_place("ru/a/", target) == place
