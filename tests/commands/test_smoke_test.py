"""A published site is looked at: a good one in silence, a broken one with its faults and the run to put back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import smoke_test
from hosting import hosted
from portal.content.compilation import read_content
from portal.github.client import BOT
from portal.publication.release.smoke_test import failures
from projects import EDITION

Spoil = Callable[[Path], object]
RUNS = "actions/workflows/publish.yml/runs?branch=main&status=success&per_page=1"
ISSUES = "issues?state=open&per_page=100&page=1"
CHAPTER = "strategy/role/index.html"


def replace(name: str, old: str, new: str) -> Spoil:
    def spoil(site: Path) -> None:
        text = (site / name).read_text(encoding="utf-8")
        assert old in text
        (site / name).write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def look(built: Path, folder: Path, spoil: Spoil = lambda site: None) -> int:
    """The exit code for a copy of the built site at an address on loopback, spoiled before."""
    site = shutil.copytree(built, folder / "site")
    with hosted(site, "/a/") as address:
        for file in site.rglob("index.html"):
            text = file.read_text(encoding="utf-8")
            file.write_text(
                text.replace('rel="canonical" href="https://example.org/', f'rel="canonical" href="{address}'),
                encoding="utf-8",
            )
        spoil(site)
        return smoke_test.main([address.rstrip("/")], built.parents[1])


@pytest.fixture(autouse=True)
def without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke_test, "PAUSES", (0, 0))
    for name in ("GITHUB_TOKEN", "GITHUB_OUTPUT"):
        monkeypatch.delenv(name, raising=False)


def test_nothing_is_said_of_a_good_site(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert look(built, tmp_path) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda site: (site / "ru/index.html").unlink(), "/a/ru/: HTTP 404"),
        (lambda site: (site / CHAPTER).write_bytes(b""), "/a/strategy/role/: — · — · "),
        (replace(CHAPTER, "<h1>", "<h1>Башка "), "/a/strategy/role/: ky · Башка "),
        (replace("en/" + CHAPTER, 'lang="en"', 'lang="ru"'), "/a/en/strategy/role/: ru · "),
        (replace("index.html", 'rel="canonical" href="http', 'rel="canonical" href="x'), " · x://127"),
        (lambda site: shutil.rmtree(site / "news"), "/a/news/2020-"),
        (lambda site: shutil.rmtree(site / "assets/search/index/ru"), "/index/ru/: HTTP 404"),
        (lambda site: next(site.glob("assets/search/index/en/*.pf_meta")).unlink(), "/index/en/: HTTP 404"),
        (replace("assets/search/index/ky/start.json", '"meta"', '"x"'), "/index/ky/: start.json: {"),
        (lambda site: (site / "404.html").unlink(), "/a/ru/no-such-page/: HTTP 404"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: Spoil, told: str
) -> None:
    assert look(built, tmp_path, spoil) == 1
    assert told in capsys.readouterr().out


def test_a_host_that_hides_what_is_missing_is_found(tmp_path: Path) -> None:
    (tmp_path / "no-such-page").mkdir()
    (tmp_path / "no-such-page/index.html").write_text("<h1>x", encoding="utf-8")
    with hosted(tmp_path) as address:
        found = dict(failures(address, read_content(EDITION / "docs")))
    assert (found[f"{address}no-such-page/"], found[f"{address}en/no-such-page/"]) == ("HTTP 200", "HTTP 404")


def test_a_site_that_recovers_in_time_is_good(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = iter([[("https://example.org/", "HTTP 503")], []])
    monkeypatch.setattr(smoke_test, "failures", lambda *_: next(tries))
    assert smoke_test.main(["https://example.org/"], EDITION) == 0


def test_in_a_workflow_the_run_to_put_back_is_named_and_an_issue_kept(
    github: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, answers = github
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    answers |= {RUNS: {"workflow_runs": [{"id": 17}]}, ISSUES: []}
    monkeypatch.setattr(smoke_test, "failures", lambda *_: [("https://example.org/", "HTTP 503")])
    assert smoke_test.main(["https://example.org/"], EDITION) == 1
    assert (tmp_path / "output").read_text(encoding="utf-8") == "previous=17\n"
    method, path, body = asked.pop()
    assert (method, path, body["title"]) == ("POST", "issues", smoke_test.ISSUE_TITLE)
    assert (
        "Put the previous edition back" in body["body"]
        and "```text\nhttps://example.org/: HTTP 503\n```" in body["body"]
    )
    answers[ISSUES] = [{"title": smoke_test.ISSUE_TITLE, "number": 7, "body": "", "user": {"login": BOT}}]
    answers[RUNS] = {"workflow_runs": []}
    assert smoke_test.main(["https://example.org/"], EDITION) == 1
    assert "There is no previous edition" in asked.pop()[2]["body"]
    monkeypatch.setattr(smoke_test, "failures", lambda *_: [])
    assert smoke_test.main(["https://example.org/"], EDITION) == 0
    assert asked.pop()[1:] == ("issues/7", {"state": "closed", "state_reason": "completed"})


@pytest.mark.parametrize("site", ["", "example.org"])
def test_what_is_no_address_is_refused(site: str) -> None:
    with pytest.raises(SystemExit) as refusal:
        smoke_test.main([site], EDITION)
    assert refusal.value.code == 2
