"""What several tests share: the real site, built as it is published, and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import FLAGS, NoBrowser, find_browser
from hosting import hosted
from playwright.sync_api import Browser, sync_playwright

from portal.exchange import Exchange

ROOT = Path(__file__).parents[1]
PARTS = ("docs", "overrides", "scripts", "mkdocs.yml")
PREFIXES = ("/", "/a/b/")


def mkdocs(project: Path, prefix: str = "/", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project with plain `mkdocs build` for the address https://example.org and a prefix."""
    variables = os.environ | {"SITE_URL": f"https://example.org{prefix}", "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": ""} | environment
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)


def pytest_sessionstart() -> None:
    """As every command does, finish an exchange that was interrupted."""
    Exchange(ROOT).settle()


@pytest.fixture(autouse=True)
def away_from_github(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in workflows of GitHub too, where the check would speak to the runner."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_BASE_REF"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def copy_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes a copy of the project, to be changed and built apart from it."""

    def copy() -> Path:
        project = tmp_path_factory.mktemp("project")
        for part in PARTS:
            place = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            place(ROOT / part, project / part)
        return project

    return copy


@pytest.fixture(scope="session", params=PREFIXES)
def prefix(request: pytest.FixtureRequest) -> str:
    """Where on its host the site stands."""
    return request.param


@pytest.fixture(scope="session")
def built(prefix: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built strictly for each prefix."""
    folder = tmp_path_factory.mktemp("built") / "site"
    variables = os.environ | {"SITE_URL": f"https://example.org{prefix}", "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": ""}
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", folder]
    run = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    return folder


@pytest.fixture(scope="session")
def site(built: Path, prefix: str) -> Iterator[str]:
    """The address of the real site, served."""
    with hosted(built, prefix) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser; without one the tests that need it are skipped at home, and fail in CI."""
    try:
        program = find_browser()
    except NoBrowser as reason:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(reason))
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS + sandbox)
        yield browser
        browser.close()
