"""Picture the pages that a change alters, before and after side by side, in build/pictures/.

Before is BASE_REF, else where the branch left origin/main. At most 20 pages at two widths; the rest is counted.
Pictures are for people to look at: they fail nothing.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "build" / "pictures"
MOST = 20
WIDTHS = (390, 1280)
TALLEST = 6000
"""Pixels: what is below is left out of a picture."""


def main(argv: Sequence[str] | None = None) -> int:
    """Build both states and picture what differs; 1 where one of them cannot be built."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as place, checked_out(base(), Path(place) / "base") as old:
        folders = [build(old, Path(place) / "before"), build(ROOT, Path(place) / "after")]
        if None in folders:
            return 1
        pages = changed(*folders)
        with browser() as chromium:
            for page in pages[:MOST]:
                picture(chromium, folders, page)
    print(f"{len(pages)} pages differ, {min(len(pages), MOST)} pictured: {PICTURES.relative_to(ROOT)}/")
    return 0


def base() -> str:
    """The state to compare with, as git names it."""
    if named := os.environ.get("BASE_REF"):
        return named
    found = subprocess.run(["git", "merge-base", "HEAD", "origin/main"], cwd=ROOT, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "HEAD"


@contextmanager
def checked_out(reference: str, place: Path) -> Iterator[Path]:
    """A state of the project in a folder of its own, taken away afterwards."""
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", place, reference], cwd=ROOT, check=True)
    try:
        yield place
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", place], cwd=ROOT, check=True)


def build(project: Path, folder: Path) -> Path | None:
    """The site of a state of the project, or None where it cannot be built; one address for both, that only the texts differ."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", folder]
    run = subprocess.run(command, cwd=project, env=os.environ | {"SITE_URL": "http://127.0.0.1/"}, check=False)
    return None if run.returncode else folder


def changed(before: Path, after: Path) -> list[str]:
    """Pages, by their file below the root, that were added, altered or taken away."""
    files = sorted({file.relative_to(folder).as_posix() for folder in (before, after) for file in folder.rglob("*.html")})
    return [file for file in files if read(before / file) != read(after / file)]


def read(file: Path) -> bytes | None:
    """A file's bytes, or None where there is none."""
    return file.read_bytes() if file.is_file() else None


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser of the tests."""
    sys.path.append(str(ROOT / "tests"))
    from browser import FLAGS, find_browser

    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + sandbox)
        yield chromium
        chromium.close()


def picture(chromium: Browser, folders: Sequence[Path | None], page: str) -> None:
    """Save a page's two states side by side at each width."""
    for width in WIDTHS:
        states = [shot(chromium, folder / page, width) if folder and (folder / page).is_file() else Image.new("RGB", (width, 1)) for folder in folders]
        sheet = Image.new("RGB", (2 * width + 20, max(state.height for state in states)), "#888")
        for place, state in enumerate(states):
            sheet.paste(state, (place * (width + 20), 0))
        name = page.removesuffix("index.html").strip("/").replace("/", "-") or "home"
        sheet.save(PICTURES / f"{name}-{width}.png")


def shot(chromium: Browser, file: Path, width: int) -> Image.Image:
    """A page as a reader sees it, from its file."""
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    tab.goto(file.as_uri())
    image = Image.open(io.BytesIO(tab.screenshot(full_page=True)))
    tab.close()
    return image.crop((0, 0, width, min(image.height, TALLEST)))


if __name__ == "__main__":
    sys.exit(main())
