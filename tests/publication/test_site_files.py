"""A file of the new site that is as in the last one is linked to it; nothing that is written reaches the last one."""

import os
from pathlib import Path

import pytest

from portal.publication.site_files import LAST_SITE, write_file

NAME = "ru/strategy/index.html"


@pytest.fixture
def last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the last site."""
    write_file(tmp_path / "last", NAME, b"as before")
    monkeypatch.setenv(LAST_SITE, str(tmp_path / "last"))
    return tmp_path / "last" / NAME


def test_what_has_not_changed_is_linked(last: Path, tmp_path: Path) -> None:
    write_file(tmp_path / "new", NAME, b"as before")
    assert (tmp_path / "new" / NAME).samefile(last)


def test_what_has_changed_or_is_new_is_written(last: Path, tmp_path: Path) -> None:
    write_file(tmp_path / "new", NAME, b"changed")
    write_file(tmp_path / "new", "index.html", b"as before")
    assert (tmp_path / "new" / NAME).read_bytes() == b"changed"
    assert (tmp_path / "new/index.html").read_bytes() == last.read_bytes() == b"as before"


def test_a_file_that_is_written_twice_leaves_the_last_site_alone(last: Path, tmp_path: Path) -> None:
    for content in (b"as before", b"changed"):
        write_file(tmp_path / "new", NAME, content)
    assert (tmp_path / "new" / NAME).read_bytes() == b"changed"
    assert last.read_bytes() == b"as before"


def test_a_file_is_written_where_the_disk_knows_no_links(
    last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*names: str) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    write_file(tmp_path / "new", NAME, b"as before")
    assert (tmp_path / "new" / NAME).read_bytes() == b"as before"
    assert not (tmp_path / "new" / NAME).samefile(last)
