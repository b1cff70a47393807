"""Make the pictures of the guides for contributors, in .github/pictures/: of our own pages, and drawings of the steps.

Nothing of GitHub's pages is pictured: of them the drawings have only the names of buttons.
"""

import argparse
import io
import re
import tempfile
import textwrap
from pathlib import Path

from markdown import markdown
from PIL import Image, ImageDraw
from playwright.sync_api import Page

from hosting import hosted
from pictures.compare import browser
from portal.languages import LANGUAGES
from projects import ROOT, build, living_project, run_python

GUIDES = ROOT / ".github"
STEPS = {
    "steps-change": ["✎ Edit this file", "Commit changes…", "Propose changes", "Create pull request"],
    "steps-news": ["Add file ▾|Create new file", "Commit changes…", "Propose changes", "Create pull request"],
    "steps-photo": ["wants to merge … from|patch-1", "docs / assets", "Add file ▾|Upload files", "Commit changes"],
    "steps-preview": ["Checks", "Check a proposal", "Artifacts", "pictures"],
}
STYLE = """<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 16px; background: #fff; color: #1f2723; font: 15px/1.5 "Noto Sans", sans-serif }
  ol { display: flex; gap: 44px; margin: 0; padding: 0; list-style: none; counter-reset: step }
  li { position: relative; flex: 1; padding: 12px 8px; border: 2px solid #1d5448; border-radius: 10px;
       text-align: center; counter-increment: step }
  li::before { content: counter(step); display: block; color: #9c2f2a; font-weight: 700 }
  li + li::after { content: "→"; position: absolute; left: -33px; top: 34%; color: #9c2f2a; font-size: 20px }
  li b { display: block }
  pre { white-space: pre-wrap; padding: 12px; background: #f2ecdf; font: 13px/1.5 "Noto Sans Mono", monospace }
</style>"""


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        project = living_project(Path(folder))
        add_news(project)
        page = chromium.new_page(viewport={"width": 720, "height": 900})
        with hosted(build(project, GITHUB_REPOSITORY="union/site")) as site:
            picture_site(page, site)
        for name, steps in STEPS.items():
            show(page, "<ol>" + "".join(f"<li><b>{step.replace('|', '</b><b>')}</b></li>" for step in steps) + "</ol>")
            save(name, page.locator("body").screenshot())
        show(page, markdown(summary(project), extensions=["fenced_code"]))
        save("check", page.locator("body").screenshot())


def add_news(project: Path) -> None:
    """The sample of the guide, with a drawing for its photograph."""
    guide = (GUIDES / "news-with-photo.md").read_text(encoding="utf-8")
    (name, text), (photo,) = sample(guide), re.findall(r"assets/(\S+\.jpg)", guide)[:1]
    (project / "docs/ky/news" / name).write_text(text, encoding="utf-8")
    image = Image.new("RGB", (640, 300), "#bfd7e6")
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 300), (160, 110), (300, 230), (460, 70), (640, 300)], fill="#7d93a3")
    draw.rectangle((0, 240, 640, 300), fill="#7a9a5c")
    (project / "docs/assets").mkdir(exist_ok=True)
    image.save(project / "docs/assets" / photo)


def sample(guide: str) -> tuple[str, str]:
    """The name and the text of the news item that a guide has as its sample."""
    name = re.findall(r"`(\d{4}-\d\d-\d\d-[a-z-]+\.md)`", guide)[0]
    return name, textwrap.dedent(re.findall(r"```text\n( *---\n.*?)```", guide, re.DOTALL)[0])


def picture_site(page: Page, site: str) -> None:
    for language in LANGUAGES:
        prefix = "" if language == "ky" else f"{language}/"
        page.goto(f"{site}{prefix}strategy/role/")
        save(f"propose-{language}", between(page, ".page-note", ".propose-change"))
    page.goto(f"{site}news/{sample((GUIDES / 'news-with-photo.md').read_text(encoding='utf-8'))[0][:-3]}/")
    save("news-item", between(page, "h1", "article .sources"))


def between(page: Page, first: str, last: str) -> bytes:
    """A picture of a page from one element to another."""
    top = page.locator(first).first.evaluate("node => node.getBoundingClientRect().top + scrollY") - 16
    bottom = page.locator(last).last.evaluate("node => node.getBoundingClientRect().bottom + scrollY") + 16
    return page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": 720, "height": bottom - top})


def summary(project: Path) -> str:
    """What the check writes for GitHub about a text with two faults."""
    page = project / "docs/ky/strategy/role.md"
    with page.open("a", encoding="utf-8") as text:
        text.write("\n## Жаңы бөлүк\n\nМурункусу [башка баракта](no.md).\n")
    file = project / "summary.md"
    run_python(project, "scripts/check.py", "docs/ky/strategy", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(file))
    return file.read_text(encoding="utf-8")


def show(page: Page, html: str) -> None:
    page.set_content(STYLE + html)


def save(name: str, data: bytes) -> None:
    """Keep a picture, in few colours so that it stays small."""
    image = Image.open(io.BytesIO(data)).convert("RGB").quantize(48)
    image.save(GUIDES / "pictures" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
