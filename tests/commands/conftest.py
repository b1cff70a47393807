"""A project with a list of who links to it, and a GitHub on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from content import small_project
from projects import commit


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GITHUB_TOKEN", "GITHUB_ACTIONS", "BASE_REF", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    root = small_project.project(tmp_path / "project")
    small_project.write(root, {"records/backlinks.yml": small_project.LINKERS})
    commit(root)
    return root


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[list[tuple[str, str, Any]], dict[str, Any]]]:
    """A GitHub on loopback: what it was asked to do, and what it answers to GET by path, or to any method: (403, "no")."""
    asked: list[tuple[str, str, Any]] = []
    answers: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
            path = self.path.removeprefix("/repos/union/site").removeprefix("/")
            assert self.headers["Authorization"] == "Bearer secret"
            found = answers.get(path)
            if self.command != "GET":
                asked.append((self.command, path, body))
                found = found if isinstance(found, tuple) else {"sha": f"new-{path}"}
            code, message = found if isinstance(found, tuple) else (404 if found is None else 200, "")
            data = json.dumps({"message": message} if message else found).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = answer

        def log_message(self, *arguments: object) -> None:
            """Keep the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    for name, value in (
        ("API_URL", f"http://127.0.0.1:{server.server_port}"),
        ("REPOSITORY", "union/site"),
        ("TOKEN", "secret"),
        ("REF_NAME", "main"),
    ):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    yield asked, answers
    server.shutdown()
    server.server_close()
