"""Chromium for the tests: found on the machine, or installed by the ways a newcomer's machine offers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The first two are the two pages that stand behind the address bar: each new page would load them too, at the price of
# two more visits. The rest is of Playwright's own list, which this one replaces.
UNUSED = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("HttpsUpgrades", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding"),
)
FLAGS = [
    f"--disable-features={','.join(UNUSED)}",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = "No browser for the tests: install Chromium, or set CHROME to one, as in CHROME=/usr/bin/chromium make test"


class NoBrowserError(Exception):
    """No browser could be found or installed; says how to mend it."""


def find_browser() -> Path:
    """The browser's program: $CHROME, else one on the path, else Debian's (as root), else Playwright's own.

    NoBrowserError where none of these is to be had.
    """
    if named := os.environ.get("CHROME"):
        if shutil.which(named):
            return Path(named)
        raise NoBrowserError(f"CHROME={named} is no program. {HOW}")
    for find in (on_path, from_debian, from_playwright):
        if found := find():
            return found
    raise NoBrowserError(HOW)


def on_path() -> Path | None:
    """A Chromium or Chrome that is installed already."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return Path(found) if found else None


def from_debian() -> Path | None:
    """Debian's Chromium, installed now where we may."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-core"],
    ):
        if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
            return None
    return on_path()


def from_playwright() -> Path | None:
    """The Chromium that Playwright downloads, downloaded now where that can be reached."""
    from playwright.sync_api import sync_playwright

    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    with sync_playwright() as playwright:
        program = Path(playwright.chromium.executable_path)
    return program if program.is_file() else None
