"""translated.py: a translation says which text it follows, without any history; a correction of spelling is carried over."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import mark_translated as translated
from content import sample_docs
from portal.content.compilation import gather
from portal.content.translations import changed_since
from portal.content.translations.status import Status, section_statuses

ROLE = "strategy/role.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copytree(sample_docs.GOOD, tmp_path / "docs")
    return tmp_path / "docs"


def git(folder: Path, *arguments: str, day: str = "2026-03-01") -> None:
    identity = ["-c", "user.name=Клерк", "-c", "user.email=clerk@example.org"]
    moment = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+06:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00+06:00", "PATH": "/usr/bin:/bin:/usr/local/bin"}
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True, env=moment)


def commit(docs: Path, day: str = "2026-03-01") -> None:
    git(docs.parent, "init", day=day)
    git(docs.parent, "add", "-A", day=day)
    git(docs.parent, "commit", "-m", "Texts", day=day)


def amend(docs: Path, old: str, new: str, page: str = f"ky/{ROLE}") -> None:
    file = docs / page
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(docs: Path, language: str = "ru", path: str = "strategy/role") -> dict[str, Status]:
    content, _ = gather(docs)
    return {section.id: section.state for section in section_statuses(content.by_address[language, path], content.by_address)}


def run(docs: Path, *arguments: str) -> int:
    return translated.main([str(docs / arguments[0]), *arguments[1:]], docs)


def test_a_changed_section_is_behind_and_the_others_are_current(docs: Path) -> None:
    amend(docs, "тизме\n", "башка тизме\n")
    assert found(docs)["legal-status"] is Status.CHANGED
    assert {state for name, state in found(docs).items() if name != "legal-status"} == {Status.CURRENT}


def test_what_is_behind_is_known_without_history_after_a_rename(docs: Path) -> None:
    amend(docs, "тизме\n", "башка тизме\n")
    for language in ("ky", "ru"):
        (docs / language / "about").mkdir(exist_ok=True)
        text = (docs / language / ROLE).read_text(encoding="utf-8").replace("](index.md)", "](../strategy/index.md)")
        (docs / language / "about/part.md").write_text(text, encoding="utf-8")
    assert found(docs, path="about/part")["legal-status"] is Status.CHANGED


def test_the_whole_translation_is_marked(docs: Path) -> None:
    amend(docs, "тизме\n", "башка тизме\n")
    assert run(docs, f"ru/{ROLE}") == 0
    assert set(found(docs).values()) == {Status.CURRENT}


def test_only_the_sections_named_are_marked(docs: Path) -> None:
    amend(docs, "тизме\n", "башка тизме\n")
    amend(docs, "дагы\n", "дагы бир\n")
    assert run(docs, f"ru/{ROLE}", "listed") == 0
    assert (found(docs)["legal-status"], found(docs)["listed"]) == (Status.CHANGED, Status.CURRENT)


def test_everything_but_the_marks_stays_as_it_was(docs: Path) -> None:
    file = docs / f"ru/{ROLE}"
    before = file.read_bytes()
    assert run(docs, f"ru/{ROLE}") == 0
    assert file.read_bytes() == before
    file.write_bytes(before.replace(b"\n", b"\r\n"))
    assert run(docs, f"ru/{ROLE}") == 0
    assert file.read_bytes() == before.replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ky/strategy/role.md"], "оригинал"),
        (["ru/strategy/role.md", "--spelling"], "перевод"),
        (["ru/strategy/role.md", "nowhere"], "нет раздела «nowhere»"),
        (["ru/strategy/no-such.md"], "Такой страницы нет"),
        (["ky/strategy/role.md", "--spelling"], "Прежний текст"),
    ],
)
def test_what_cannot_be_marked_is_refused_in_plain_words(docs: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(docs, *arguments) == 1
    assert said in capsys.readouterr().out


def test_a_correction_of_spelling_is_carried_over_before_it_is_committed(docs: Path) -> None:
    amend(docs, "дагы\n", "дагы бир\n")
    commit(docs)
    amend(docs, "тизме\n", "тизмеек\n")
    assert run(docs, f"ky/{ROLE}", "--spelling") == 0
    assert (found(docs)["legal-status"], found(docs)["listed"]) == (Status.CURRENT, Status.CHANGED)


def test_a_correction_of_spelling_is_carried_over_after_it_was_committed(docs: Path) -> None:
    commit(docs)
    amend(docs, "тизме\n", "тизмеек\n")
    commit(docs)
    assert run(docs, f"ky/{ROLE}", "--spelling") == 0
    assert set(found(docs).values()) == {Status.CURRENT}


def test_a_correction_of_spelling_is_carried_over_without_history_when_the_section_is_named(docs: Path) -> None:
    amend(docs, "тизме\n", "тизмеек\n")
    assert run(docs, f"ky/{ROLE}", "legal-status", "--spelling") == 0
    assert set(found(docs).values()) == {Status.CURRENT}


def test_history_says_since_when_a_section_is_behind(docs: Path) -> None:
    commit(docs, "2026-03-01")
    amend(docs, "тизме\n", "башка тизме\n")
    commit(docs, "2026-03-05")
    amend(docs, "башка тизме\n", "таптакыр башка тизме\n")
    commit(docs, "2026-03-09")
    content, _ = gather(docs)
    days = changed_since.days_behind(docs.parent, content.by_address)
    assert days == {("ru", "strategy/role", "legal-status"): date(2026, 3, 5)}


def test_without_history_nothing_is_said_of_since_when(docs: Path) -> None:
    amend(docs, "тизме\n", "башка тизме\n")
    content, _ = gather(docs)
    assert changed_since.days_behind(docs.parent, content.by_address) == {}


def test_an_original_in_russian_is_followed_by_the_kyrgyz_page(docs: Path) -> None:
    amend(docs, "description: Союздун ролу жөнүндө\n", "description: Союздун ролу жөнүндө\noriginal: ru\n")
    file = docs / f"ru/{ROLE}"
    head, _, rest = file.read_text(encoding="utf-8").partition("follows:\n")
    file.write_text(head + "---\n" + rest.split("---\n", 1)[1], encoding="utf-8")
    assert set(found(docs, "ky").values()) == {Status.UNMARKED}
    assert run(docs, f"ky/{ROLE}") == 0
    assert set(found(docs, "ky").values()) == {Status.CURRENT}
    assert found(docs, "ru") == {}


def test_one_section_may_have_its_original_in_another_language(docs: Path) -> None:
    amend(docs, "description: Союздун ролу жөнүндө\n", "description: Союздун ролу жөнүндө\noriginal: {quote: ru}\n")
    assert set(found(docs, "ky")) == {"quote"}
    assert "quote" not in found(docs, "ru")
