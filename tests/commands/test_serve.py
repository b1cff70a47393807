"""The site is shown at home, follows what is saved, and says what is wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import serve
from portal.publication.preview.pages import Preview

PATIENCE = 60
"""Seconds to wait for a build on a busy machine."""
ROLE, REVIEW, SETTINGS = "docs/ru/strategy/role.md", "docs/ru/strategy/review.md", "mkdocs.yml"


@dataclass(frozen=True)
class Served:
    """A copy of the project, the address at which it is shown, what the command said, and the page shown first."""

    project: Path
    address: str
    log: Path
    first: str = ""

    def save(self, name: str, old: str, new: str) -> None:
        text = (self.project / name).read_text(encoding="utf-8")
        assert old in text
        (self.project / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def shows(self, path: str, text: str) -> bool:
        """Whether a text comes to a page; each request is answered at once, during builds too."""
        return comes(lambda: text in fetch(self.address + path))


def fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.read().decode()


def comes(true: Callable[[], bool]) -> bool:
    """Whether something comes true before patience ends."""
    end_of_patience = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < end_of_patience:
        time.sleep(0.2)
    return true()


@pytest.fixture(scope="module")
def served(copy_project: Callable[[], Path]) -> Iterator[Served]:
    """Served with a fault in a text from the start, which is then mended."""
    project = copy_project()
    log = project / "log"
    text = project / ROLE
    good = text.read_text(encoding="utf-8")
    text.write_text(good.replace("title: ", "tytle: ", 1), encoding="utf-8")
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "scripts/serve.py", "127.0.0.1:0"],
            cwd=project,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            assert comes(lambda: "\n" in log.read_text(encoding="utf-8"))
            served = Served(project, log.read_text(encoding="utf-8").splitlines()[0], log)
            assert served.shows("any/address/", ROLE), log.read_text(encoding="utf-8")
            served = replace(served, first=fetch(f"{served.address}any/address/"))
            text.write_text(good, encoding="utf-8")
            assert served.shows("", "<h1"), log.read_text(encoding="utf-8")
            yield served
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


def test_a_fault_at_the_start_is_shown_at_every_address_and_mending_it_is_enough(served: Served) -> None:
    assert f"{ROLE}:2" in served.first and "tytle" in served.first
    assert "Сайт жаңырган жок." in served.first and "Сайт не обновлён." in served.first
    assert "Союза МСУ" in fetch(f"{served.address}ru/strategy/role/")


def test_a_save_is_shown_and_the_open_page_told_to_reload(served: Served) -> None:
    before = fetch(f"{served.address}livereload")
    page = fetch(served.address)
    assert before in page and "Content-Security-Policy" not in page
    served.save(ROLE, "Механизм взаимодействия", "Механизм совместной работы")
    assert served.shows("ru/strategy/role/", "Механизм совместной работы")
    assert fetch(f"{served.address}livereload") != before


def test_a_later_fault_is_shown_over_the_last_good_pages_until_it_is_mended(served: Served) -> None:
    served.save(REVIEW, "title: ", "tytle: ")
    assert served.shows("", f"{REVIEW}:")
    page = fetch(f"{served.address}ru/strategy/role/")
    assert f"{REVIEW}:" in page and "Союза МСУ" in page and "<h1" in page
    served.save(REVIEW, "tytle: ", "title: Заново — ")
    assert served.shows("ru/strategy/review/", "Заново —")
    assert f"{REVIEW}:" not in fetch(served.address)


def test_broken_settings_and_what_mkdocs_says_are_shown_until_they_are_mended(served: Served) -> None:
    served.save(SETTINGS, "\nnav:\n  ", "\nnav:\n\t")
    assert served.shows("", "Эта строка файла mkdocs.yml не читается")
    served.save(SETTINGS, "docs_structure: folder", "docs_structure: folder\n      x: 1")
    served.save(SETTINGS, "\nnav:\n\t", "\nnav:\n  ")
    assert served.shows("", "WARNING -  Config value &#x27;plugins&#x27;")
    served.save(SETTINGS, "\n      x: 1", "")
    assert comes(lambda: 'id="preview"' not in fetch(served.address))
    assert "Traceback" not in served.log.read_text(encoding="utf-8")


def test_an_address_in_use_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert serve.main([f"127.0.0.1:{port}"], tmp_path) == 1
    ky, ru = capsys.readouterr().err.splitlines()
    assert f"127.0.0.1:{port}" in ky and f"127.0.0.1:{port}" in ru and f"scripts/serve.py 127.0.0.1:{port + 1}" in ru


def test_a_message_is_shown_as_it_is_written_and_only_then() -> None:
    page = "<body><h1>x</h1></body>"
    told = Preview(None, "preview_failed", "<b> & $x").complete(page)
    assert "&lt;b&gt; &amp; $x" in told and told.endswith("</body>") and told.startswith("<body><h1>x</h1>")
    assert 'id="preview"' in told and 'id="preview"' not in Preview(None).complete(page)
