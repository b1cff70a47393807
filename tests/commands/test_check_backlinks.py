"""Who links to us: what a change touches, what fails on the published site, and what GitHub is asked to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import check_backlinks
from content import small_project
from hosting import hosted
from portal.github.client import BOT


def test_nothing_is_said_of_a_change_that_touches_no_linked_address(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small_project.replace(root, "docs/ky/strategy/index.md", "description: x", "description: y")
    assert check_backlinks.main([], root) == 0
    assert capsys.readouterr().out == ""


def test_changed_texts_of_linked_pages_are_only_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_project.replace(root, "docs/en/strategy/role.md", "\ny\n", "\nyes\n")
    small_project.replace(root, "docs/ky/strategy/role.md", "\ny\n", "\nyes\n")
    assert check_backlinks.main([], root) == 0
    assert capsys.readouterr().out.splitlines()[1] == "Меняется текст страниц, на которые ссылаются другие: 1."


GONE = "since: 2026-11-24, why: {ky: х, ru: х, en: x}, see: /"


@pytest.mark.parametrize(
    ("redirect", "told"),
    [
        (
            "strategy/role/#status: strategy/role/#mechanism",
            "Адрес /strategy/role/#status переезжает и теперь ведёт на /strategy/role/#mechanism.",
        ),
        (f"gone: {{strategy/role/#status: {{{GONE}}}}}", "Адрес /strategy/role/#status снимается."),
        ("", "Адрес /strategy/role/#status пропадает."),
    ],
)
def test_a_section_that_leaves_its_place_is_told_with_all_who_link_to_it(
    root: Path, capsys: pytest.CaptureFixture[str], redirect: str, told: str
) -> None:
    title = small_project.TITLES["ky"][-1]
    small_project.replace(root, "docs/ky/strategy/role.md", f"## {title} {{ #status }}", "")
    small_project.write(root, {"records/moved.yml": redirect})
    assert check_backlinks.main([], root) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == f"{told} На него ссылаются (2): Баткен (https://batken.example/), Ош (https://osh.example/)"
    assert len(said) == 4, "and one page whose text changes"


def test_a_new_title_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_project.replace(root, "docs/ky/strategy/role.md", "Мыйзамдардагы статус", "Мыйзамдардагы орду")
    check_backlinks.main([], root)
    said = capsys.readouterr().out
    assert "Заголовок по адресу /strategy/role/#status меняется, теперь он такой: «Мыйзамдардагы орду»." in said


def test_a_page_that_moves_takes_all_its_addresses_along(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in small_project.TITLES:
        (root / f"docs/{language}/strategy/role.md").rename(root / f"docs/{language}/strategy/tasks.md")
    small_project.write(root, {"records/moved.yml": "strategy/role/: strategy/tasks/\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    check_backlinks.main([], root)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("::notice::/strategy/role/#mechanism") and "Нарын" in first
    assert "/strategy/tasks/#status" in second and "Баткен" in second


def test_a_faulty_row_is_told_and_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_project.write(
        root,
        {
            "records/backlinks.yml": small_project.LINKERS
            + "- {institution: Ош, page: 'https://osh.example', address: /nowhere/}\n"
        },
    )
    assert check_backlinks.main([], root) == 1
    assert "records/backlinks.yml:5" in capsys.readouterr().out


# On the published site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A published site that lacks one of the sections."""
    page = '<!doctype html><html lang="ky"><h1>x</h1><h2 id="{}">x</h2>'
    for name in ("", "strategy/role/", "ru/strategy/role/"):
        small_project.write(tmp_path / "site", {f"{name}index.html": page.format("status")})
    with hosted(tmp_path / "site", "/a/") as address:
        yield address


def test_the_published_site_is_tried_and_failures_are_listed(
    root: Path, site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", site.rstrip("/"))
    assert check_backlinks.main(["--published"], root) == 1
    assert capsys.readouterr().out == f"- {site}go/strategy/role/#mechanism (HTTP 404): Нарын, https://naryn.example/\n"
    small_project.replace(root, "records/backlinks.yml", "/go/strategy/role/#mechanism", "/strategy/role/#mechanism")
    assert check_backlinks.main(["--published"], root) == 1
    assert "(#mechanism?): Нарын" in capsys.readouterr().out


def test_a_site_that_cannot_be_reached_is_a_failure_of_all(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:9/")
    assert check_backlinks.main(["--published"], root) == 1
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_without_the_address_of_the_site_the_command_is_refused(root: Path) -> None:
    with pytest.raises(SystemExit) as refusal:
        check_backlinks.main(["--published"], root)
    assert refusal.value.code == 2


def test_in_a_workflow_pages_is_asked_for_the_site_and_while_it_is_off_the_run_ends_calmly(
    root: Path, site: str, github: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, answers = github
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert check_backlinks.main(["--published"], root) == 0
    told = capsys.readouterr().out
    assert told.startswith("::warning::") and "Settings → Pages → Source: “GitHub Actions”" in told
    answers.update({"pages": {"html_url": site}, "issues?state=open&per_page=100&page=1": (410, "Issues are disabled")})
    assert check_backlinks.main(["--published"], root) == 1
    told = capsys.readouterr().out
    assert f"- {site}go/strategy/role/#mechanism (HTTP 404)" in told and "Features → “Issues”" in told
    assert asked == []


def test_one_issue_is_opened_renewed_left_alone_and_closed(
    root: Path, site: str, github: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answers = github
    monkeypatch.setenv("SITE_URL", site)
    listed = "issues?state=open&per_page=100&page=1"
    ours, stranger = ({"user": {"login": login}} for login in (BOT, "somebody"))
    answers[listed] = [
        ours | {"title": check_backlinks.ISSUE_TITLE, "number": 3, "pull_request": {}},
        ours | {"title": "another", "number": 4},
        stranger | {"title": check_backlinks.ISSUE_TITLE, "number": 5, "body": "@all"},
    ]
    check_backlinks.main(["--published"], root)
    method, path, body = asked.pop()
    assert (method, path, body["title"]) == ("POST", "issues", check_backlinks.ISSUE_TITLE) and "Нарын" in body["body"]
    answers[listed].append(ours | {"title": check_backlinks.ISSUE_TITLE, "number": 7, "body": body["body"]})
    check_backlinks.main(["--published"], root)
    assert asked == []
    answers[listed][-1]["body"] = "as it was"
    check_backlinks.main(["--published"], root)
    assert asked.pop()[:2] == ("PATCH", "issues/7")
    small_project.replace(root, "records/backlinks.yml", "/go/strategy/role/#mechanism", "/strategy/role/#status")
    assert check_backlinks.main(["--published"], root) == 0
    assert asked.pop() == ("PATCH", "issues/7", {"state": "closed", "state_reason": "completed"})


def test_what_an_institution_is_called_is_neither_markup_in_the_issue_nor_a_command_in_the_log(
    root: Path, site: str, github: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, answers = github
    answers["issues?state=open&per_page=100&page=1"] = []
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("SITE_URL", site)
    small_project.replace(root, "records/backlinks.yml", "Нарын", "'``` @all ![x](https://x.example/)'")
    check_backlinks.main(["--published"], root)
    (fence,) = re.findall("^(`+)text$", asked[-1][2]["body"], re.MULTILINE)
    assert asked[-1][2]["body"].count(fence) == 2
    printed = capsys.readouterr().out
    (mark,) = re.findall(r"^::stop-commands::(\w+)\n- ", printed, re.MULTILINE)
    assert printed.index("@all") < printed.index(f"\n::{mark}::\n")
