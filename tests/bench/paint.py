"""The largest paint of pages under simulated slow 4G, beside a reference page of the same text.

The reference has one small style sheet, the system's fonts and no script (reference.html, reference.css). Each
figure is the median of 31 cold views, the pages taken in turns so that a busy machine is busy for all. The
exit code is 1 when a page takes over 1.25 times what its reference takes.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from chromium import FLAGS, find_browser
from hosting import hosted
from projects import ROOT, mkdocs

PAGES = {
    "home": "",
    "chapter": "strategy/role/",
    "news item": "ru/news/2020-03-12-strategy-discussion/",
    "terms": "en/terms/",
}
VIEWS = 31
LIMIT = 1.25
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Milliseconds and bytes a second, as Lighthouse throttles."""
SLOWED = 4
"""How many times slower than this machine's the processor of a cheap phone is taken to be."""
PAINT = """() => new Promise(done => { new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true}) })"""
HERE = Path(__file__).parent


def reference(page: Path, folder: Path) -> None:
    """Write the reference of a built page: its words alone in plain HTML."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    blocks = [(node.tag, " ".join(node.text().split())) for node in tree.css("article :is(h1, h2, h3, p, li)")]
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks if text)
    folder.mkdir(parents=True)
    html = (HERE / "reference.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(html.replace("<!-- text -->", body), encoding="utf-8")
    (folder / "reference.css").write_bytes((HERE / "reference.css").read_bytes())


def largest_paint(browser: Browser, url: str) -> float:
    """Milliseconds to the largest paint of one cold view."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(url, wait_until="networkidle")
    paint = page.evaluate(PAINT)
    context.close()
    return paint


def measure(site: str, browser: Browser) -> dict[str, tuple[float, float]]:
    """The medians of each page and its reference, in milliseconds."""
    views: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in PAGES}
    for _ in range(VIEWS):
        for name, path in PAGES.items():
            views[name][0].append(largest_paint(browser, site + path))
            views[name][1].append(largest_paint(browser, f"{site}reference/{path}"))
    return {name: (statistics.median(ours), statistics.median(theirs)) for name, (ours, theirs) in views.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Build, measure, print a line a page."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "site"
        run = mkdocs(ROOT, "/", "--site-dir", str(folder))
        assert run.returncode == 0, run.stdout + run.stderr
        for path in PAGES.values():
            reference(folder / path / "index.html", folder / "reference" / path)
        with hosted(folder) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=[*FLAGS, "--no-sandbox"])
            found = measure(site, browser)
            browser.close()
    for name, (ours, theirs) in found.items():
        print(f"{name:10} {ours:6.0f} ms   reference {theirs:6.0f} ms   {ours / theirs:.2f} ×")
    return int(any(ours / theirs > LIMIT for ours, theirs in found.values()))


if __name__ == "__main__":
    sys.exit(main())
