"""Whenever a build stops, the next one finds a whole site: the new one or the former one."""

import sys
from pathlib import Path

import pytest

from portal.publication.release import swap
from portal.publication.release.exchange import exchange
from portal.publication.release.swap import replace_site, restore_site


def folder(path: Path, text: str) -> None:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")


def published(root: Path) -> str:
    return (root / "site" / "index.html").read_text(encoding="utf-8")


def test_a_first_site_takes_its_place(tmp_path: Path) -> None:
    folder(tmp_path / "build" / "site", "new")
    replace_site(tmp_path)
    assert published(tmp_path) == "new"


def test_a_new_site_takes_the_place_of_the_old_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folder(tmp_path / "site", "old")
    folder(tmp_path / "build" / "site", "new")
    replace_site(tmp_path)
    assert published(tmp_path) == "new"
    assert list((tmp_path / "build").iterdir()) == []


@pytest.mark.parametrize("killed", [True, False])
@pytest.mark.parametrize("stopped_before", [1, 2])
def test_a_replacement_that_stops_before_either_rename_leaves_the_former_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped_before: int, killed: bool
) -> None:
    folder(tmp_path / "site", "old")
    folder(tmp_path / "build" / "site", "new")
    done, rename = 0, Path.rename

    def stopping(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == stopped_before or (killed and done > stopped_before):
            raise PermissionError
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(swap, "exchange", lambda one, other: False)
        patch.setattr(Path, "rename", stopping)
        with pytest.raises(PermissionError):
            replace_site(tmp_path)
    assert (tmp_path / "site").exists() is not (killed and stopped_before == 2)
    restore_site(tmp_path)
    assert published(tmp_path) == "old"
    replace_site(tmp_path)
    assert published(tmp_path) == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such step")
def test_two_folders_change_places_in_one_step_or_stay(tmp_path: Path) -> None:
    folder(tmp_path / "site", "old")
    assert not exchange(tmp_path / "site", tmp_path / "none")
    assert published(tmp_path) == "old"
    folder(tmp_path / "build" / "site", "new")
    assert exchange(tmp_path / "site", tmp_path / "build" / "site")
    assert published(tmp_path) == "new" and published(tmp_path / "build") == "old"


def test_a_former_site_that_could_not_be_deleted_is_not_put_back(tmp_path: Path) -> None:
    folder(tmp_path / "site", "new")
    folder(tmp_path / "build" / "previous", "old")
    restore_site(tmp_path)
    assert published(tmp_path) == "new"
    assert not (tmp_path / "build" / "previous").exists()
