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
from contextlib import suppress
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


def comes(true: Callable[[], bool], patience: float) -> bool:
    """Whether something comes true before patience ends."""
    end_of_patience = time.monotonic() + patience
    while not true() and time.monotonic() < end_of_patience:
        time.sleep(0.2)
    return true()


def seen(url: str, text: str) -> bool:
    """Whether a text comes to a page."""
    return comes(lambda: text in fetch(url), PATIENCE)


def after_a_save(file: Path, saved: str, true: Callable[[], bool]) -> bool:
    """Whether something comes true once a file is saved; like people, saves again what the watcher of MkDocs has missed."""
    for _ in range(3):
        file.write_text(saved, encoding="utf-8")
        if comes(true, PATIENCE / 2):
            return True
    return False


@pytest.fixture(scope="module")
def served(copy_project: Callable[[], Path]) -> Iterator[tuple[Path, str, Path]]:
    """A copy of the project, the address it is served at once it is built, and what the command said."""
    project, port = copy_project(), free_port()
    log, address = project / "log", f"http://127.0.0.1:{port}/"
    with log.open("w") as out:
        command = [sys.executable, "scripts/serve.py", f"127.0.0.1:{port}"]
        process = subprocess.Popen(
            command,
            cwd=project,
            stdout=out,
            stderr=out,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            start_new_session=True,
        )
        try:
            assert seen(address, "ЖӨБ Союзу"), log.read_text(encoding="utf-8")
            yield project, address, log
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask the command and what it started to end; what does not in time is killed."""
    os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_the_address_is_printed_and_serves_the_site(served: tuple[Path, str, Path]) -> None:
    _, address, log = served
    assert "Союза МСУ" in fetch(f"{address}ru/strategy/role/")
    assert log.read_text(encoding="utf-8").splitlines()[0] == address


def test_a_save_is_shown_and_the_open_page_told_to_reload(served: tuple[Path, str, Path]) -> None:
    project, address, _ = served
    assert "livereload" in (page := fetch(address)) and "Content-Security-Policy" not in page
    text = project / "docs/ru/strategy/role.md"
    good = text.read_text(encoding="utf-8")
    assert "Механизм взаимодействия" in good
    saved = good.replace("Механизм взаимодействия", "Механизм совместной работы")
    assert after_a_save(text, saved, lambda: "Механизм совместной работы" in fetch(f"{address}ru/strategy/role/"))


def test_a_fault_is_told_and_mending_it_is_enough(served: tuple[Path, str, Path]) -> None:
    project, address, log = served
    text = project / "docs/ru/strategy/review.md"
    good = text.read_text(encoding="utf-8")
    faulty = re.sub(r"^title:.*\n", "", good, flags=re.MULTILINE)
    assert after_a_save(text, faulty, lambda: "docs/ru/strategy/review.md:" in log.read_text(encoding="utf-8"))
    mended = good.replace("title: ", "title: Заново — ")
    assert after_a_save(text, mended, lambda: "Заново —" in fetch(f"{address}ru/strategy/review/")), log.read_text(
        encoding="utf-8"
    )
    assert "Traceback" not in log.read_text(encoding="utf-8")
