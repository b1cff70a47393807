"""The site is shown at home and follows what is saved."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds to wait for a build on a busy machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except OSError:  # not there yet, or busy building
        return ""


def seen(url: str, text: str, patience: float = PATIENCE) -> bool:
    """Whether a text is on a page before patience ends."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if text in fetch(url):
            return True
        time.sleep(0.2)
    return False


def shows(url: str, text: str, file: Path, saved: str) -> bool:
    """Whether a file once saved brings a text to a page; like people, saves again what the watcher of MkDocs has missed."""
    for _ in range(3):
        file.write_text(saved, encoding="utf-8")
        if seen(url, text, PATIENCE / 2):
            return True
    return False


@pytest.fixture(scope="module")
def served(copy_project: Callable[[], Path]) -> Iterator[tuple[Path, str, Path]]:
    """A copy of the project, the address it is served at, and what the command said."""
    project, port = copy_project(), free_port()
    log = project / "log"
    with log.open("w") as out:
        command = [sys.executable, "scripts/serve.py", f"127.0.0.1:{port}"]
        process = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, start_new_session=True)
        try:
            yield project, f"http://127.0.0.1:{port}/", log
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=20)


def test_the_address_is_printed_and_serves_the_site(served: tuple[Path, str, Path]) -> None:
    _, address, log = served
    assert seen(address, "ЖӨБ Союзу")
    assert seen(f"{address}ru/strategy/role/", "Союза МСУ")
    assert log.read_text(encoding="utf-8").splitlines()[0] == address


def test_a_save_is_shown_and_the_open_page_told_to_reload(served: tuple[Path, str, Path]) -> None:
    project, address, _ = served
    assert seen(address, "livereload")
    text = project / "docs/ru/strategy/role.md"
    saved = text.read_text(encoding="utf-8").replace("Механизм взаимодействия", "Механизм совместной работы")
    assert shows(f"{address}ru/strategy/role/", "Механизм совместной работы", text, saved)


def test_a_fault_is_told_and_mending_it_is_enough(served: tuple[Path, str, Path]) -> None:
    project, address, log = served
    text = project / "docs/ru/strategy/review.md"
    good = text.read_text(encoding="utf-8")
    text.write_text(re.sub(r"^title:.*\n", "", good, flags=re.MULTILINE), encoding="utf-8")
    end = time.monotonic() + PATIENCE
    while "docs/ru/strategy/review.md:" not in log.read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.2)
    assert "docs/ru/strategy/review.md:" in log.read_text(encoding="utf-8")
    assert shows(f"{address}ru/strategy/review/", "Заново —", text, good.replace("title: ", "title: Заново — ")), log.read_text(encoding="utf-8")
    assert "Traceback" not in log.read_text(encoding="utf-8")
