"""The icons of the site are the mark, in the sizes that systems ask for, and each language has its manifest."""

import json
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from portal.languages import LANGUAGES
from projects import PREFIXES, ROOT

PAGES = {"ky": "", "ru": "ru/", "en": "en/"}


def test_an_icon_is_the_mark_as_a_browser_draws_it(chromium: Browser, built: Path) -> None:
    mark = (ROOT / "overrides/assets/mark.svg").read_text(encoding="utf-8")
    for name in ("apple-touch-icon.png", "icon-192.png", "icon-512.png"):
        with Image.open(built / "assets/icons" / name) as opened:
            icon = opened.convert("RGB")
        page = chromium.new_page(viewport={"width": icon.width, "height": icon.height})
        page.set_content(f"<body style='margin:0'>{mark.replace('<svg', '<svg style=display:block', 1)}")
        drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
        page.close()
        assert drawn.size == icon.size
        assert max(ImageStat.Stat(ImageChops.difference(drawn, icon)).mean) < 1, name


def test_the_figure_of_a_maskable_icon_stays_clear_of_the_circle_that_systems_cut(built: Path) -> None:
    with Image.open(built / "assets/icons/maskable-512.png") as opened:
        icon = opened.convert("RGB")
    ground = icon.getpixel((0, 0))
    outside = [
        (x, y)
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2 and icon.getpixel((x, y)) != ground
    ]
    assert outside == [] and icon.getpixel((256, 256)) != ground


def test_the_icon_for_tabs_has_each_size(built: Path) -> None:
    with Image.open(built / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_each_language_has_its_manifest_wherever_the_site_stands(request: pytest.FixtureRequest, prefix: str) -> None:
    folder = request.getfixturevalue("built" if prefix == "/" else "built_below")
    names = set()
    for language in LANGUAGES:
        page = f"https://example.org{prefix}{PAGES[language]}"
        tree = LexborHTMLParser((folder / PAGES[language] / "index.html").read_text(encoding="utf-8"))
        link = tree.css_first("link[rel=manifest]").attributes["href"] or ""
        address = urljoin(page, link)
        facts = json.loads((folder / address.removeprefix(f"https://example.org{prefix}")).read_text(encoding="utf-8"))
        assert facts["lang"] == language and urljoin(address, facts["start_url"]) == page
        colours = {node.attributes["content"] for node in tree.css("meta[name=theme-color]")}
        assert facts["theme_color"] in colours
        names.add((facts["name"], facts["short_name"]))
        assert [icon["purpose"] for icon in facts["icons"]] == ["any", "any", "maskable"]
        for icon in facts["icons"]:
            file = folder / urlsplit(urljoin(address, icon["src"])).path.removeprefix(prefix)
            with Image.open(file) as image:
                assert icon["sizes"] == f"{image.width}x{image.height}" and image.format == "PNG"
    assert len(names) == 3


def test_a_browser_reads_the_manifest_without_a_complaint(chromium: Browser, site: str) -> None:
    page = chromium.new_page()
    session = page.context.new_cdp_session(page)
    for language in LANGUAGES:
        page.goto(site + PAGES[language])
        answer = session.send("Page.getAppManifest")
        assert answer["errors"] == [] and json.loads(answer["data"])["lang"] == language
    page.close()
