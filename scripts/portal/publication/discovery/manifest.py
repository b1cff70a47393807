"""What a phone that keeps the site on its screen knows of it, in each language."""

import json
from pathlib import Path

from portal.addresses import page_url, relative_url
from portal.languages import LANGUAGES
from portal.publication.assets.icons import FOLDER, MASKABLE, SIZES
from portal.rendering.page_assets import colours
from portal.wording.phrases import phrase

MANIFEST = "manifest.webmanifest"


def write_manifests(folder: Path) -> None:
    for language in LANGUAGES:
        text = json.dumps(manifest(language), ensure_ascii=False, indent=1) + "\n"
        (folder / page_url("", language) / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def manifest(language: str) -> dict[str, object]:
    """The site stays a page of the browser: it has no more to offer as a program of its own."""
    icons = relative_url(f"{FOLDER.as_posix()}/", page_url("", language))
    return {
        "lang": language,
        "name": phrase("cite_union", language),
        "short_name": phrase("union_short", language),
        "start_url": ".",
        "display": "browser",
        "theme_color": colours()["wool"],
        "background_color": colours()["paper"],
        "icons": [
            *(_icon(icons, name, "any") for name in SIZES if name.startswith("icon-")),
            _icon(icons, MASKABLE, "maskable"),
        ],
    }


def _icon(folder: str, name: str, purpose: str) -> dict[str, str]:
    size = name.rpartition("-")[2].removesuffix(".png")
    return {"src": folder + name, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
