"""What is kept between builds, and what becomes of a file that is not as it was left."""

import sqlite3
from pathlib import Path

import pytest

from portal import program
from portal import store as stores
from portal.clock import TODAY
from portal.store import DAYS, FILE, Store


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_url: !ENV [ADDRESS, a]\nextra: {}\nnav:\n  - a.md\n", encoding="utf-8")
    return tmp_path


def ask(root: Path, depends_on: str = "text", kind: str = "words", value: object = None) -> bool:
    """Ask for a result; returns whether it had to be worked out."""
    worked: list[bool] = []

    def compute() -> object:
        worked.append(True)
        return value or {"words": ["өзү", 1]}

    with Store(root) as store:
        found = store.result(kind, depends_on, compute)
    assert found == (value or {"words": ["өзү", 1]})
    return bool(worked)


def test_a_result_is_worked_out_once(root: Path) -> None:
    assert (ask(root), ask(root)) == (True, False)


def test_within_a_build_too(root: Path) -> None:
    with Store(root) as store:
        assert [store.result("words", "text", lambda number=number: number) for number in (1, 2)] == [1, 1]


def test_of_some_kinds_only_the_last_result_is_kept(root: Path) -> None:
    worked: list[str] = []

    def work(text: str) -> str:
        worked.append(text)
        return text

    for text in ("one", "one", "two", "two", "one"):
        with Store(root) as store:
            assert store.last_result("index", text, lambda text=text: work(text)) == text
    assert worked == ["one", "two", "one"]
    with sqlite3.connect(root / FILE) as database:
        assert database.execute("SELECT count(*) FROM results").fetchone() == (1,)
    database.close()


def test_a_result_of_another_kind_or_of_another_text_is_another(root: Path) -> None:
    assert ask(root)
    assert ask(root, "text!")
    assert ask(root, kind="index")


def test_a_changed_template_or_setting_changes_all(root: Path) -> None:
    ask(root)
    (root / "overrides" / "main.html").write_text("a", encoding="utf-8")
    assert ask(root)
    (root / "mkdocs.yml").write_text("extra: {contact: a}\n", encoding="utf-8")
    assert ask(root)


def test_a_variable_that_the_settings_name_changes_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(root)
    monkeypatch.setenv("ADDRESS", "https://example.org/")
    assert ask(root)


def test_the_order_of_pages_is_no_part_of_the_program(root: Path) -> None:
    ask(root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("a.md", "b.md"), encoding="utf-8")
    assert not ask(root)


def test_a_changed_program_changes_all(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(root)
    (tmp_path / "scripts").mkdir()
    monkeypatch.setattr(program, "FOLDERS", (tmp_path / "scripts",))
    assert ask(root)


def test_what_nobody_asks_for_is_forgotten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on(day: str, text: str) -> bool:
        monkeypatch.setenv(TODAY, day)
        return ask(root, text)

    assert DAYS == 14
    assert on("2026-11-01", "asked for")
    assert on("2026-11-01", "not")
    assert not on("2026-11-14", "asked for")
    on("2026-11-20", "another")
    assert not on("2026-11-20", "asked for")
    assert on("2026-11-20", "not")


def test_many_results_do_not_wait_in_memory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "BATCH", 2)
    with Store(root) as store:
        for text in ("a", "b", "c"):
            store.result("words", text, lambda: 1)
        with sqlite3.connect(root / FILE) as reader:
            assert reader.execute("SELECT count(*) FROM results").fetchone() == (2,)


def test_a_file_that_has_grown_too_large_is_begun_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(root)
    monkeypatch.setattr(stores, "LIMIT", 1000)
    assert ask(root)


@pytest.mark.parametrize("content", ["no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_foreign_file_is_told_of_and_replaced(
    root: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(root)
    (root / FILE).write_bytes(content.encode() if isinstance(content, str) else content)
    assert ask(root)
    assert "build/cache/results.sqlite" in capsys.readouterr().err.splitlines()[0]
    assert (ask(root), ask(root)) == (True, False)
    assert capsys.readouterr().err == ""


def test_a_database_of_another_program_is_told_of(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / FILE).parent.mkdir(parents=True)
    with sqlite3.connect(root / FILE) as other:
        other.execute("CREATE TABLE results (name TEXT)")
    other.close()
    assert ask(root)
    assert "results.sqlite" in capsys.readouterr().err


def test_half_a_file_gives_no_wrong_result(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = ("first", "second")
    for text in texts:
        ask(root, text, value=[text] * 2000)
    whole = (root / FILE).read_bytes()
    (root / FILE).write_bytes(whole[: len(whole) // 2])
    for text in texts:
        ask(root, text, value=[text] * 2000)
    assert "results.sqlite" in capsys.readouterr().err


def test_a_changed_byte_gives_no_wrong_result(root: Path) -> None:
    ask(root, value=["the right word"])
    content = (root / FILE).read_bytes()
    assert content.count(b"right word") == 1
    (root / FILE).write_bytes(content.replace(b"right word", b"wrong word"))
    assert ask(root, value=["the right word"])


def test_a_folder_in_its_place_is_told_of(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / FILE).mkdir(parents=True)
    assert ask(root)
    assert "results.sqlite" in capsys.readouterr().err


def test_a_file_in_use_elsewhere_is_told_of(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(root)
    monkeypatch.setattr(stores, "SECONDS", 0.1)
    other = sqlite3.connect(root / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert ask(root, "another")
    other.close()
    assert "locked" in capsys.readouterr().err
    assert ask(root, "another")
