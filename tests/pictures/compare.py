"""Picture the pages that a change alters, before and after side by side, in build/pictures/.

Before is BASE_REF, else where the branch left origin/main. At most 20 pages at two widths; the rest is counted.
Pages whose own text differs come first. Pictures are for people to look at: they fail nothing.
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
from selectolax.lexbor import LexborHTMLParser

from chromium import FLAGS, find_browser
from hosting import hosted
from projects import ROOT

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
        with hosted(folders[0]) as before, hosted(folders[1]) as after, browser() as chromium:
            for page in pages[:MOST]:
                picture(chromium, (before, after), page)
    print(f"{len(pages)} pages differ, {min(len(pages), MOST)} pictured: {PICTURES.relative_to(ROOT)}/")
    return 0


def base() -> str:
    """The state to compare with, as git names it."""
    if named := os.environ.get("BASE_REF"):
        return named
    found = subprocess.run(
        ["git", "merge-base", "HEAD", "origin/main"], cwd=ROOT, capture_output=True, text=True, check=False
    )
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
    """Pages, by their file below the root, that were added, altered or taken away; those first whose own text was."""
    files = {file.relative_to(folder).as_posix() for folder in (before, after) for file in folder.rglob("*.html")}
    pairs = {file: (read(before / file), read(after / file)) for file in files}
    differing = [file for file, (old, new) in pairs.items() if old != new]
    return sorted(differing, key=lambda file: (text(pairs[file][0]) == text(pairs[file][1]), file))


def read(file: Path) -> str | None:
    """A file's text, or None where there is none."""
    return file.read_text(encoding="utf-8") if file.is_file() else None


def text(html: str | None) -> str | None:
    """The words of a page's article, the frame left out."""
    article = LexborHTMLParser(html).css_first("article") if html else None
    return article.text() if article else None


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser of the tests."""
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + sandbox)
        yield chromium
        chromium.close()


def picture(chromium: Browser, sites: Sequence[str], page: str) -> None:
    """Save a page's two states side by side at each width."""
    for width in WIDTHS:
        states = [shot(chromium, site + page, width) for site in sites]
        sheet = Image.new("RGB", (2 * width + 20, max(state.height for state in states)), "#888")
        for place, state in enumerate(states):
            sheet.paste(state, (place * (width + 20), 0))
        name = page.removesuffix("index.html").strip("/").replace("/", "-") or "home"
        sheet.save(PICTURES / f"{name}-{width}.png")


def shot(chromium: Browser, address: str, width: int) -> Image.Image:
    """A page as a reader sees it, be it the page for what is not found."""
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    tab.goto(address)
    image = Image.open(io.BytesIO(tab.screenshot(full_page=True)))
    tab.close()
    return image.crop((0, 0, width, min(image.height, TALLEST)))


if __name__ == "__main__":
    sys.exit(main())
