"""What several tests share: the real site, built as it is published, and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from building import KYRGYZ_ONLY, PARTS, PREFIXES, ROOT, mkdocs
from browser import FLAGS, NoBrowser, find_browser
from hosting import hosted
from playwright.sync_api import Browser, sync_playwright


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


@pytest.fixture(scope="session")
def build_real(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the real site strictly for a prefix, once; gives its folder."""

    @cache
    def build(prefix: str) -> Path:
        folder = tmp_path_factory.mktemp("built") / "site"
        run = mkdocs(ROOT, prefix, "--site-dir", str(folder))
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
        return folder

    return build


@pytest.fixture(scope="session", params=PREFIXES)
def prefix(request: pytest.FixtureRequest) -> str:
    """Where on its host the site stands."""
    return request.param


@pytest.fixture(scope="session")
def built(prefix: str, build_real: Callable[[str], Path]) -> Path:
    """The folder of the real site, for each prefix."""
    return build_real(prefix)


@pytest.fixture(scope="session")
def site(built: Path, prefix: str) -> Iterator[str]:
    """The address of the real site, served, for each prefix."""
    with hosted(built, prefix) as address:
        yield address


@pytest.fixture(scope="session")
def site_at_root(build_real: Callable[[str], Path]) -> Iterator[str]:
    """The address of the real site, served at the root of its host alone."""
    with hosted(build_real("/")) as address:
        yield address


@pytest.fixture(scope="session")
def partly_translated(copy_project: Callable[[], Path]) -> Path:
    """The folder of the site with a chapter that English lacks and a news item that only Kyrgyz has."""
    project = copy_project()
    (project / "docs/en/strategy/role.md").unlink()
    (project / "docs/ky/news/2020-04-01-kyrgyz-only.md").write_text(KYRGYZ_ONLY, encoding="utf-8")
    run = mkdocs(project)
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "build" / "site"


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
