"""Which news readers get on a day, and in which order."""

from pathlib import Path

import pytest

from content import small_project
from portal.addresses import Address
from portal.clock import TODAY
from portal.content.compilation import read_content
from portal.content.edition import Edition
from projects import commit

DAY = "news/2026-12-01"


def on(day: str, root: Path, patch: pytest.MonkeyPatch) -> Edition:
    patch.setenv(TODAY, day)
    return read_content(root / "docs")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with three items of one day, in git."""
    root = small_project.project(tmp_path / "project")
    for name, order in (("a", ""), ("b", "order: 2\n"), ("c", "order: 1\n"), ("d", "")):
        text = f"---\ntitle: {name}\ndescription: x\ndate: 2026-12-01\n{order}---\n"
        small_project.write(root, {f"docs/ky/{DAY}-{name}.md": text})
    commit(root)
    return root


def test_news_appears_on_its_day_and_not_before(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, then = on("2026-11-30", root, monkeypatch), on("2026-12-01", root, monkeypatch)
    assert (before.news, len(before.scheduled), len(then.scheduled)) == ((), 4, 0)
    assert Address(f"{DAY}-a") not in before.permalinks.locked
    assert Address(f"{DAY}-a") in then.permalinks.locked


def test_the_news_of_a_day_stands_by_its_order_then_by_name(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert on("2026-12-01", root, monkeypatch).news == (f"{DAY}-c", f"{DAY}-b", f"{DAY}-a", f"{DAY}-d")


def test_what_is_recorded_as_published_stays_published(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_project.write(root, {"records/addresses.txt": small_project.LOCKED + f"{DAY}-a/ 2026-11-24 a\n"})
    assert on("2026-11-30", root, monkeypatch).news == (f"{DAY}-a",)
