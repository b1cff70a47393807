"""The pictures of a proposal show the pages that it changes."""

from pathlib import Path

from pictures.compare import changed


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


def test_pages_whose_own_text_differs_come_before_those_whose_frame_does(tmp_path: Path) -> None:
    for folder, foot, word in (("before", "a", "x"), ("after", "b", "y")):
        page(tmp_path / folder, "a.html", f"<article>same</article><footer>{foot}</footer>")
        page(tmp_path / folder, "b.html", f"<article>{word}</article><footer>{foot}</footer>")
    assert changed(tmp_path / "before", tmp_path / "after") == ["b.html", "a.html"]
