"""Who links to us: what a change touches, what fails on the published site, and what GitHub is asked to do about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import linkers
import projects
import propose_lock
import pytest
from hosting import hosted

from portal.permanence.lock import read

ROWS = """\
- {institution: Баткен, page: https://batken.example/, address: /ru/strategy/role/#status}
- {institution: Ош, page: https://osh.example/, address: /strategy/role/#status}
- {institution: Нарын, page: https://naryn.example/, address: /go/strategy/role/#mechanism}
- {institution: Талас, page: https://talas.example/, address: /}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GITHUB_TOKEN", "GITHUB_ACTIONS", "BASE_REF", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    root = projects.project(tmp_path / "project")
    projects.write(root, {"addresses/linkers.yml": ROWS})
    projects.commit(root)
    return root


def replace(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_said_of_a_change_that_touches_no_linked_address(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(root, "docs/ky/strategy/index.md", "description: x", "description: y")
    assert linkers.main([], root) == 0
    assert capsys.readouterr().out == ""


def test_a_section_changed_in_one_language_is_told_with_all_who_link_to_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(root, "docs/en/strategy/role.md", "\ny\n", "\nyes\n")
    assert linkers.main([], root) == 0
    said = capsys.readouterr().out
    assert "/strategy/role/#status. На него ссылаются (2): Баткен (https://batken.example/), Ош (https://osh.example/)" in said
    assert "#mechanism" not in said and "Талас" not in said


def test_a_page_that_moves_touches_all_its_addresses(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for language in projects.TITLES:
        (root / f"docs/{language}/strategy/role.md").rename(root / f"docs/{language}/strategy/tasks.md")
    projects.write(root, {"addresses/moved.yml": "strategy/role/: strategy/tasks/\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    linkers.main([], root)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4 and all(line.startswith("::notice::") for line in lines)
    assert "Нарын" in lines[0] and "Баткен" in lines[2]


def test_a_faulty_row_is_told_and_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    projects.write(root, {"addresses/linkers.yml": ROWS + "- {institution: Ош, page: 'https://osh.example', address: /nowhere/}\n"})
    assert linkers.main([], root) == 1
    assert "addresses/linkers.yml:5" in capsys.readouterr().out


# On the published site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A published site that lacks one of the sections."""
    page = '<!doctype html><html lang="ky"><h1>x</h1><h2 id="{}">x</h2>'
    for name in ("", "strategy/role/", "ru/strategy/role/"):
        projects.write(tmp_path / "site", {f"{name}index.html": page.format("status")})
    with hosted(tmp_path / "site", "/a/") as address:
        yield address


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[list[tuple[str, str, Any]], dict[str, Any]]]:
    """A GitHub on loopback: what it was asked, and what it answers to GET by path."""
    asked: list[tuple[str, str, Any]] = []
    answers: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
            path = self.path.removeprefix("/repos/union/site/")
            assert self.headers["Authorization"] == "Bearer secret"
            found = answers.get(path) if self.command == "GET" else {"sha": f"new-{path}"}
            if self.command != "GET":
                asked.append((self.command, path, body))
            data = json.dumps(found).encode()
            self.send_response(404 if found is None else 200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = answer

        def log_message(self, *arguments: object) -> None:
            """Keep the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    for name, value in (("API_URL", f"http://127.0.0.1:{server.server_port}"), ("REPOSITORY", "union/site"), ("TOKEN", "secret"), ("REF_NAME", "main")):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    yield asked, answers
    server.shutdown()
    server.server_close()


def test_the_published_site_is_tried_and_failures_are_listed(root: Path, site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SITE_URL", site.rstrip("/"))
    assert linkers.main(["--published"], root) == 1
    assert capsys.readouterr().out == f"- {site}go/strategy/role/#mechanism (HTTP 404): Нарын, https://naryn.example/\n"
    replace(root, "addresses/linkers.yml", "/go/strategy/role/#mechanism", "/strategy/role/#mechanism")
    assert linkers.main(["--published"], root) == 1
    assert "(#mechanism?): Нарын" in capsys.readouterr().out


def test_a_site_that_cannot_be_reached_is_a_failure_of_all(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:9/")
    assert linkers.main(["--published"], root) == 1
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_without_the_address_of_the_site_the_command_is_refused(root: Path) -> None:
    with pytest.raises(SystemExit) as refusal:
        linkers.main(["--published"], root)
    assert refusal.value.code == 2


def test_one_issue_is_opened_renewed_left_alone_and_closed(root: Path, site: str, github: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answers = github
    monkeypatch.setenv("SITE_URL", site)
    listed = "issues?state=open&per_page=100&page=1"
    answers[listed] = [{"title": linkers.TITLE, "number": 3, "pull_request": {}}, {"title": "another", "number": 4}]
    linkers.main(["--published"], root)
    method, path, body = asked.pop()
    assert (method, path, body["title"]) == ("POST", "issues", linkers.TITLE) and "Нарын" in body["body"]
    answers[listed].append({"title": linkers.TITLE, "number": 7, "body": body["body"]})
    linkers.main(["--published"], root)
    assert asked == []
    answers[listed][-1]["body"] = "as it was"
    linkers.main(["--published"], root)
    assert asked.pop()[:2] == ("PATCH", "issues/7")
    replace(root, "addresses/linkers.yml", "/go/strategy/role/#mechanism", "/strategy/role/#status")
    assert linkers.main(["--published"], root) == 0
    assert asked.pop() == ("PATCH", "issues/7", {"state": "closed", "state_reason": "completed"})


# The pull request of the lock


def lagging(root: Path) -> None:
    projects.write(root, {f"docs/{language}/news.md": projects.FACTS.format("Кат") for language in projects.TITLES})
    projects.commit(root)


def pulls(*found: object) -> dict[str, Any]:
    return {
        "git/ref/heads/main": {"object": {"sha": "head"}},
        "git/commits/head": {"tree": {"sha": "tree"}},
        f"pulls?state=open&base=main&head=union:{propose_lock.BRANCH}": list(found),
    }


def test_a_lagging_lock_is_proposed_on_a_branch_of_its_own(root: Path, github: Any) -> None:
    asked, answers = github
    lagging(root)
    answers.update(pulls())
    before = (root / "addresses/lock.txt").read_bytes()
    assert propose_lock.main([], root) == 0
    assert [(method, path) for method, path, _ in asked] == [("POST", "git/trees"), ("POST", "git/commits"), ("POST", "git/refs"), ("POST", "pulls")]
    tree, commit, ref, pull = (body for _, _, body in asked)
    (entry,) = tree["tree"]
    assert entry["path"] == "addresses/lock.txt" and "news/" in {str(address) for address in read(entry["content"])[0]}
    assert commit["parents"] == ["head"] and ref["ref"] == f"refs/heads/{propose_lock.BRANCH}"
    assert (pull["head"], pull["base"]) == (propose_lock.BRANCH, "main") and "merge" in pull["body"]
    assert (root / "addresses/lock.txt").read_bytes() == before


@pytest.mark.parametrize(("tree", "expected"), [("new-git/trees", ["git/trees"]), ("older", ["git/trees", "git/commits", f"git/refs/heads/{propose_lock.BRANCH}"])])
def test_an_open_proposal_is_brought_up_to_date_or_left_alone(root: Path, github: Any, tree: str, expected: list[str]) -> None:
    asked, answers = github
    lagging(root)
    answers.update(pulls({"number": 5}))
    answers[f"git/ref/heads/{propose_lock.BRANCH}"] = {"object": {"sha": "branch"}}
    answers["git/commits/branch"] = {"tree": {"sha": tree}}
    propose_lock.main([], root)
    assert [path for _, path, _ in asked] == expected


def test_a_whole_lock_is_not_proposed(root: Path, github: Any) -> None:
    assert propose_lock.main([], root) == 0
    assert github[0] == []


def test_nothing_is_proposed_while_an_address_is_lost(root: Path, github: Any) -> None:
    for language in projects.TITLES:
        (root / f"docs/{language}/strategy/role.md").unlink()
    assert propose_lock.main([], root) == 1
    assert github[0] == []


def test_at_home_the_missing_lines_are_only_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lagging(root)
    assert propose_lock.main([], root) == 0
    assert capsys.readouterr().out == "addresses/lock.txt: +1\n"
