"""What several tests share: the frozen edition, built once for all workers, and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import projects
from browser import hard_texts
from browser.page_kinds import OpenPage
from chromium import FLAGS, NoBrowserError, find_browser
from hosting import hosted
from portal.languages import LANGUAGES
from projects import EDITION, SharedFolder, build, commit, edition_project, publish, write_settings
from publication import changes_project, hostile_project, moved_project, parallel_project, photograph_project

WITH_REPOSITORY = {"GITHUB_REPOSITORY": "union/site"}
CONTACT = '{address: {ky: "Тажрыйба көчөсү, 1", en: "1 Trial Street"}, mail: office@example.org, phone: "+996 (312) 00-00-00", telegram: "@example_news"}'


@pytest.fixture(autouse=True)
def away_from_github(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in workflows of GitHub too, where the check would speak to the runner."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_BASE_REF"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def shared_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def drawn_cards(shared_place: Path) -> None:
    projects.drawn = shared_place / "drawn-cards"


@pytest.fixture(scope="session")
def shared_folder(shared_place: Path) -> SharedFolder:
    """Makes a folder once for all workers: the first one that needs it fills it under a lock, the others wait."""
    failures = dict[str, BaseException]()

    def shared(name: str, fill: Callable[[Path], object]) -> Path:
        folder, unfinished = shared_place / f"shared-{name}", shared_place / f"unfinished-{name}"
        if name in failures:
            raise failures[name]
        with FileLock(f"{folder}.lock"):
            if not folder.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                try:
                    fill(unfinished)
                except BaseException as failure:
                    failures[name] = failure
                    raise
                unfinished.rename(folder)
        return folder

    return shared


@pytest.fixture(scope="session")
def copy_project(shared_folder: SharedFolder, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes a copy of the project with the frozen edition, to be changed and built apart from it."""

    def copy() -> Path:
        return shutil.copytree(
            shared_folder("edition", edition_project), tmp_path_factory.mktemp("project") / "project"
        )

    return copy


@pytest.fixture(scope="session")
def built(shared_folder: SharedFolder) -> Path:
    """The folder of the built edition; not to be changed."""
    return shared_folder("site", lambda folder: build(edition_project(folder))) / "build" / "site"


@pytest.fixture(scope="session")
def published(shared_folder: SharedFolder) -> Path:
    """The project with the edition, whose site stands in site/; what was said is in the file `said`."""

    def fill(folder: Path) -> None:
        run = publish(edition_project(folder))
        assert run.returncode == 0, run.stdout + run.stderr
        (folder / "said").write_text(run.stdout + run.stderr, encoding="utf-8")

    return shared_folder("published", fill)


@pytest.fixture(scope="session")
def built_below(published: Path) -> Path:
    """The folder of the edition built for an address below its host, /a/b/."""
    return published / "site"


@pytest.fixture(scope="session")
def built_with_repository(shared_folder: SharedFolder) -> Path:
    """The folder of the edition built where its repository is known, as on GitHub, with pages on how to take part and how to check it."""

    def fill(folder: Path) -> None:
        build(with_pages(folder, "about/contributing", "edition", "contact"), **WITH_REPOSITORY)

    return shared_folder("repository", fill) / "build" / "site"


@pytest.fixture(scope="session")
def built_with_contact(shared_folder: SharedFolder) -> Path:
    """The folder of the edition built with a contact, without a repository."""
    return shared_folder("contact", lambda folder: build(with_pages(folder, "contact", contact=CONTACT))) / "build/site"


def with_pages(folder: Path, *paths: str, contact: str = "{}") -> Path:
    """The edition with further pages, for whose templates any text will do."""
    edition_project(folder)
    for path in paths:
        for docs in (folder / "docs" / language for language in LANGUAGES):
            shutil.copy(docs / "about/privacy.md", docs / f"{path}.md")
    nav = (EDITION / "nav.yml").read_text(encoding="utf-8")
    write_settings(folder, nav + "".join(f"  - {path}.md\n" for path in paths), contact)
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the built edition, served."""
    with hosted(built) as address:
        yield address


@pytest.fixture(scope="session")
def moved_site(shared_folder: SharedFolder) -> Path:
    """The folder of the edition built after addresses of every kind have moved and ended."""

    def fill(folder: Path) -> None:
        build(moved_project.keep_addresses(moved_project.change(edition_project(folder))))

    return shared_folder("moved", fill) / "build" / "site"


@pytest.fixture(scope="session")
def hostile_site(shared_folder: SharedFolder) -> Path:
    """The folder of a site of hostile texts, as far as the check lets them pass."""
    return shared_folder("hostile", hostile_project.build_site) / "build" / "site"


@pytest.fixture(scope="session")
def rich_site(shared_folder: SharedFolder) -> Path:
    """The folder of the edition with photographs of every kind, with a page that is hard to show side by side, and with texts that changed since."""

    def fill(folder: Path) -> None:
        edition_project(folder)
        photograph_project.add_news(folder)
        parallel_project.add_page(folder)
        commit(folder)
        changes_project.change(folder)
        build(folder)

    return shared_folder("rich", fill) / "build" / "site"


@pytest.fixture(scope="session")
def hard_site(shared_folder: SharedFolder) -> Iterator[str]:
    """The address of a site of texts made to break the layout, served."""
    with hosted(shared_folder("hard", hard_texts.build_site) / "build" / "site") as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser; without one the tests that need it are skipped at home, and fail in CI."""
    try:
        program = find_browser()
    except NoBrowserError as reason:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(reason))
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS + sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def contexts(chromium: Browser) -> Iterator[dict[tuple[object, ...], BrowserContext]]:
    """The contexts opened so far, by width and further options; they are kept, for they cost most."""
    kept: dict[tuple[object, ...], BrowserContext] = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def open_page(chromium: Browser, contexts: dict[tuple[object, ...], BrowserContext]) -> Iterator[OpenPage]:
    """Gives a page of a width and further options, which remembers nothing of another test."""
    used: list[tuple[Page, int]] = []

    def page(width: int, **options: object) -> Page:
        key = (width, *sorted(options.items()))
        if key not in contexts:
            contexts[key] = chromium.new_context(viewport={"width": width, "height": 900}, **options)
            contexts[key].new_page()
        used.append((contexts[key].pages[0], width))
        return used[-1][0]

    yield page
    for each, width in used:
        forget(each, width)


def forget(page: Page, width: int) -> None:
    """Leave a page as it was at first."""
    page.unroute_all()
    page.mouse.move(0, 0)
    page.set_viewport_size({"width": width, "height": 900})
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
