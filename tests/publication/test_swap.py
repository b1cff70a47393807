"""The published folder is whole at every moment, wherever an exchange stops."""

from pathlib import Path

import pytest

from portal.publication.release.swap import Exchange


def folder(path: Path, text: str) -> None:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")


def published(root: Path) -> str:
    return (root / "site" / "index.html").read_text(encoding="utf-8")


def test_a_first_site_takes_its_place(tmp_path: Path) -> None:
    folder(tmp_path / "build" / "site", "new")
    Exchange(tmp_path).offer()
    assert published(tmp_path) == "new"


def test_a_new_site_takes_the_place_of_the_old_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folder(tmp_path / "site", "old")
    folder(tmp_path / "build" / "site", "new")
    Exchange(tmp_path).offer()
    assert published(tmp_path) == "new"
    assert list((tmp_path / "build").iterdir()) == []


@pytest.mark.parametrize("stopped_before", [1, 2, 3])
def test_an_exchange_stopped_before_any_of_its_renames_is_completed_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped_before: int
) -> None:
    folder(tmp_path / "site", "old")
    folder(tmp_path / "build" / "site", "new")
    done, rename = 0, Path.rename

    def stopping(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == stopped_before:
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stopping)
        with pytest.raises(KeyboardInterrupt):
            Exchange(tmp_path).offer()
    begun = Exchange(tmp_path).complete()
    assert begun is (stopped_before > 1)
    assert published(tmp_path) == ("new" if begun else "old")


def test_every_command_completes_what_was_interrupted_but_not_what_is_under_way(tmp_path: Path) -> None:
    folder(tmp_path / "build" / "next", "new")
    with Exchange(tmp_path).alone():
        Exchange(tmp_path).settle()
        assert not (tmp_path / "site").exists()
    Exchange(tmp_path).settle()
    assert published(tmp_path) == "new"


def test_a_site_put_aside_with_nothing_to_follow_it_comes_back(tmp_path: Path) -> None:
    folder(tmp_path / "build" / "last", "old")
    Exchange(tmp_path).complete()
    assert published(tmp_path) == "old"
