"""What may be uploaded: every hostile file is answered by its rule, every good one passes, in bounded time."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from content import sample_docs, uploads
from portal.content.compilation import check_content, read_content
from portal.content.problems import report


def test_every_hostile_file_is_refused_by_its_rule_and_by_no_other(tmp_path: Path) -> None:
    docs = shutil.copytree(sample_docs.GOOD, tmp_path / "docs")
    uploads.write_files(docs, {name: data for name, (_, data) in uploads.HOSTILE.items()})
    begun = time.process_time()
    edition = read_content(docs)
    assert time.process_time() - begun < 10
    told = {(problem.path.relative_to("docs").as_posix(), problem.rule) for problem in edition.problems}
    assert told == {(name, rule) for name, (rule, _) in uploads.HOSTILE.items()}
    assert set(edition.assets) == {"assets/scheme.svg"}
    assert len(uploads.HOSTILE) >= 60


def test_every_good_file_passes_and_its_size_is_known(tmp_path: Path) -> None:
    docs = shutil.copytree(sample_docs.GOOD, tmp_path / "docs")
    uploads.write_files(docs / "assets", uploads.GOOD)
    edition = read_content(docs)
    assert report(check_content(edition), ["en"]) == ""
    assert set(edition.assets) == {f"assets/{name}" for name in (*uploads.GOOD, "scheme.svg")}
    large = edition.assets["assets/large.jpg"]
    assert (large.width, large.height) == (8192, 6144)


def test_a_photograph_that_the_camera_turned_has_its_size_upright(tmp_path: Path) -> None:
    docs = shutil.copytree(sample_docs.GOOD, tmp_path / "docs")
    turned = uploads.Image.Exif()
    turned[0x0112] = 6
    uploads.write_files(docs / "assets", {"turned.jpg": uploads.picture("JPEG", exif=turned)})
    photograph = read_content(docs).assets["assets/turned.jpg"]
    assert (photograph.width, photograph.height) == (12, 16)
