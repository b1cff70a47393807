"""The style sheet and the scripts of the built site, minified."""

from pathlib import Path

from portal.rendering.page_assets import minified_script, style_sheet


def minify_style_sheet(folder: Path) -> None:
    (folder / "assets/site.css").write_text(style_sheet(), encoding="utf-8")


def minify_modules(folder: Path) -> None:
    for file in folder.glob("*.js"):
        file.write_text(minified_script(file), encoding="utf-8")
