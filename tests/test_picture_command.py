"""The pictures of a proposal show the pages that it changes."""

from pathlib import Path

from picture import changed


def page(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_pages_added_altered_and_taken_away_are_found_and_no_others(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, name, text in (
        (before, "same/index.html", "x"),
        (after, "same/index.html", "x"),
        (before, "altered/index.html", "x"),
        (after, "altered/index.html", "y"),
        (before, "gone/index.html", "x"),
        (after, "new/index.html", "x"),
        (after, "new.css", "x"),
    ):
        page(folder, name, text)
    assert changed(before, after) == ["altered/index.html", "gone/index.html", "new/index.html"]
