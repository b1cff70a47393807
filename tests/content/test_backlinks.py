"""Our address is understood however others write it; one that was never ours is not taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from content import small_project
from portal.content.compilation import read_content

ROW = "- {{institution: Ош, page: 'https://osh.example', address: '{}'}}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project.project(tmp_path_factory.mktemp("projects") / "project")


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("/ru/strategy/role/#status", "/ru/strategy/role/#status"),
        ("go/strategy/role", "go/strategy/role/"),
        ("https://lsg.example", "/"),
        ("https://lsg.example/en/?from=osh", "/en/"),
        ("https://lsg.example/ru/strategy/role/index.html?x=1#status", "/ru/strategy/role/#status"),
        ("https://union.github.io/site/", "/"),
        ("https://union.github.io/strategy/strategy/role/#status", "/strategy/role/#status"),
        ("https://lsg.example/a/b/go/strategy/role/#", "/go/strategy/role/"),
        ("/site/ru/strategy/", "/ru/strategy/"),
    ],
)
def test_an_address_is_understood(root: Path, written: str, understood: str) -> None:
    small_project.write(root, {"records/backlinks.yml": ROW.format(written)})
    edition = read_content(root / "docs")
    assert [backlink.written for backlink in edition.backlinks] == [understood]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("https://lsg.example/strategi/", "backlinks-unknown"),
        ("https://lsg.example/ru/role/", "backlinks-unknown"),
        ("https://lsg.example/strategy/strategy/role/", "backlinks-unknown"),
        ("https://lsg.example/a/strategy/#role", "backlinks-unknown"),
        ("https://lsg.example/Strategy/", "backlinks-form"),
        ("#status", "backlinks-form"),
    ],
)
def test_an_address_that_was_never_ours_is_told(root: Path, written: str, rule: str) -> None:
    small_project.write(root, {"records/backlinks.yml": ROW.format(written)})
    assert [problem.rule for problem in read_content(root / "docs").problems] == [rule]


def test_the_address_of_the_site_says_where_its_home_page_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_project.write(root, {"records/backlinks.yml": ROW.format("https://lsg.example/a/b/")})
    assert len(read_content(root / "docs").problems) == 1
    monkeypatch.setenv("SITE_URL", "https://lsg.example/a/b")
    assert [backlink.written for backlink in read_content(root / "docs").backlinks] == ["/"]
