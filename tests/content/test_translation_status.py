"""A section of a translation is current or behind by its mark, else by the history of both texts."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from portal.authoring.translation_marks import complete_marks
from portal.content.compilation import check_content, read_content
from portal.content.translations.marks import FILE, Mark, format_marks, read_marks
from portal.content.translations.status import SectionStatus, Status

HEAD = "---\ntitle: {title}\ndescription: {title}\n---\n"
KYRGYZ = (
    HEAD.format(title="Тажрыйба")
    + "\n## Биринчи { #first }\n\nЭл чогулду.\n\n## Экинчи { #second }\n\nЭл кечинде тарады.\n"
)
RUSSIAN = (
    HEAD.format(title="Опыт")
    + "\n## Первый { #first }\n\nНарод собрался.\n\n## Второй { #second }\n\nНарод разошёлся вечером.\n"
)
PAGES = {"ky": Path("docs/ky/about/trial.md"), "ru": Path("docs/ru/about/trial.md")}


@pytest.fixture(autouse=True)
def no_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BASE_REF", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A page in two languages, not yet under git."""
    for language, text in (("ky", KYRGYZ), ("ru", RUSSIAN)):
        write(tmp_path / f"docs/{language}/index.md", HEAD.format(title="Тажрыйба"))
        write(tmp_path / PAGES[language], text)
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def amend(project: Path, language: str, old: str, new: str) -> None:
    file = project / PAGES[language]
    text = file.read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new))


def git(project: Path, *arguments: str, day: str = "2026-03-01") -> None:
    who = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}
    moment = {f"GIT_{role}_DATE": f"{day}T12:00:00+06:00" for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", "-C", project, *arguments], env=os.environ | who | moment, check=True, capture_output=True)


def commit(project: Path, day: str = "2026-03-01") -> None:
    if not (project / ".git").is_dir():
        git(project, "init", "--initial-branch", "main")
    git(project, "add", "--all")
    git(project, "commit", "--message", "x", day=day)


def keep_marks(project: Path) -> None:
    """Write the marks as the program does."""
    write(project / FILE, format_marks(complete_marks(read_content(project / "docs"))))


def statuses(project: Path, language: str = "ru") -> dict[str, SectionStatus]:
    found = read_content(project / "docs").translations.statuses[language, "about/trial"]
    return {section.id: section for section in found}


def names(project: Path, language: str = "ru") -> dict[str, str]:
    return {name: section.status.value for name, section in statuses(project, language).items()}


def test_without_a_mark_and_without_git_a_section_is_true_to_the_original(project: Path) -> None:
    assert names(project) == {"top": "current", "first": "current", "second": "current"}
    assert statuses(project, "ky") == {}


def test_kyrgyz_changed_alone_makes_its_section_behind(project: Path) -> None:
    keep_marks(project)
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    assert names(project) == {"top": "current", "first": "current", "second": "behind"}


def test_history_tells_where_there_is_no_mark(project: Path) -> None:
    commit(project, "2026-03-01")
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    assert statuses(project)["second"].status is Status.BEHIND, "the change at hand"
    commit(project, "2026-03-05")
    amend(project, "ru", "собрался", "собрался на площади")
    commit(project, "2026-03-07")
    found = statuses(project)
    assert (found["first"].status, found["second"].status) == (Status.CURRENT, Status.BEHIND)
    assert found["second"].since == date(2026, 3, 5)


def test_history_says_since_when_a_marked_section_is_behind(project: Path) -> None:
    keep_marks(project)
    commit(project, "2026-03-01")
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    commit(project, "2026-03-05")
    amend(project, "ky", "түндө гана", "эртең менен")
    commit(project, "2026-03-09")
    assert statuses(project)["second"].since == date(2026, 3, 5)


@pytest.mark.parametrize("marked", [False, True])
def test_a_translation_that_changes_counts_as_up_to_date(project: Path, marked: bool) -> None:
    if marked:
        keep_marks(project)
    commit(project, "2026-03-01")
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    commit(project, "2026-03-05")
    amend(project, "ru", "вечером", "лишь ночью")
    assert statuses(project)["second"].status is Status.CURRENT
    assert [problem.rule for problem in check_content(read_content(project / "docs"))] == ["behind-declared"]
    commit(project, "2026-03-06")
    assert statuses(project)["second"].status is Status.CURRENT, "on the main branch too"


def test_a_proposal_may_say_that_a_section_is_still_behind(project: Path) -> None:
    commit(project, "2026-03-01")
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    commit(project, "2026-03-05")
    amend(project, "ru", "вечером", "лишь вечером")
    (warning,) = check_content(read_content(project / "docs"))
    assert warning.sample == ("ru/about/trial/#second behind",)
    write(project / FILE, f"{warning.sample[0]}\n")
    assert statuses(project)["second"].status is Status.BEHIND
    keep_marks(project)
    assert statuses(project)["second"].status is Status.BEHIND
    amend(project, "ru", "лишь вечером", "лишь ночью")
    assert statuses(project)["second"].status is Status.CURRENT, "the word was for the text of then"


def test_a_translation_that_is_right_as_it_is_needs_one_word(project: Path) -> None:
    keep_marks(project)
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    (warning,) = check_content(read_content(project / "docs"))
    assert (warning.rule, warning.sample) == ("behind-text", ("ru/about/trial/#second current",))
    with (project / FILE).open("a", encoding="utf-8") as file:
        file.write(f"{warning.sample[0]}\n")
    assert names(project)["second"] == "current"
    keep_marks(project)
    amend(project, "ky", "түндө гана тарады", "таң атканда тарады")
    assert names(project)["second"] == "behind"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("кечинде тарады", "кечинде  тарады"),
        ("Эл кечинде", "Эл, кечинде"),
        ("кечинде тарады", "«кечинде» тарады"),
        ("кечинде тарады", "**кечинде** тарады"),
        ("кечинде тарады", "кечиндэ Тарады."),
    ],
)
def test_typography_makes_nothing_behind(project: Path, old: str, new: str) -> None:
    keep_marks(project)
    amend(project, "ky", old, new)
    assert names(project)["second"] == "current"


@pytest.mark.parametrize(
    ("slip", "right"), [("кечиндо тарады", "кечинде тарады"), ("кечидне тарады", "кечинде тарады")]
)
def test_spelling_makes_nothing_behind_where_git_has_the_earlier_text(project: Path, slip: str, right: str) -> None:
    amend(project, "ky", "кечинде тарады", slip)
    keep_marks(project)
    commit(project, "2026-03-01")
    amend(project, "ky", slip, right)
    commit(project, "2026-03-05")
    assert names(project)["second"] == "current"


@pytest.mark.parametrize(
    ("old", "new"),
    [("тарайт", "тарабайт"), ("2024", "2025"), ("бар", "жок"), ("тарады", "тарады эмес")],
    ids=["negation", "year", "short word", "word more"],
)
def test_another_meaning_is_no_spelling(project: Path, old: str, new: str) -> None:
    amend(project, "ky", "кечинде тарады", old)
    keep_marks(project)
    commit(project, "2026-03-01")
    amend(project, "ky", old, new)
    assert names(project)["second"] == "behind"


def test_a_section_that_the_original_lost_is_gone_and_one_it_never_had_is_an_error(project: Path) -> None:
    commit(project)
    amend(project, "ky", "\n## Экинчи { #second }\n\nЭл кечинде тарады.\n", "")
    write(project / "records/moved.yml", "about/trial/#second: about/trial/\n")
    assert names(project)["second"] == "gone"
    amend(project, "ru", "{ #second }", "{ #third }")
    assert "id-unknown" in {problem.rule for problem in check_content(read_content(project / "docs"))}


def test_a_page_moved_by_hand_keeps_what_is_known_of_its_sections(project: Path) -> None:
    keep_marks(project)
    commit(project)
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    for file in PAGES.values():
        (project / file).rename((project / file).with_name("moved.md"))
    write(project / "records/moved.yml", "about/trial/: about/moved/\n")
    moved = read_content(project / "docs").translations.statuses["ru", "about/moved"]
    assert [section.status.value for section in moved] == ["current", "current", "behind"]


def test_a_section_that_is_not_translated_is_missing(project: Path) -> None:
    amend(project, "ru", "\n## Второй { #second }\n\nНарод разошёлся вечером.\n", "")
    assert names(project)["second"] == "missing"


def test_an_original_in_russian_is_followed_by_the_kyrgyz_page(project: Path) -> None:
    amend(project, "ky", "description: Тажрыйба\n", "description: Тажрыйба\noriginal_language: ru\n")
    assert set(names(project, "ky").values()) == {"current"}
    assert statuses(project, "ru") == {}


def test_marks_are_read_in_any_order_and_written_sorted() -> None:
    lines = ["ru/b/#second behind", "en/ 12345678 9abcdef0", "ru/b/ 00000000 11111111", "ru/#first current"]
    marks, problems = read_marks("\n".join(lines))
    assert problems == []
    assert format_marks(marks).splitlines()[-4:] == [lines[1], lines[3], lines[2], lines[0]]
    assert read_marks(format_marks(marks)) == (marks, [])


def test_two_marks_for_one_section_are_both_kept_and_the_fitting_one_counts(project: Path) -> None:
    keep_marks(project)
    text = (project / FILE).read_text(encoding="utf-8")
    write(
        project / FILE,
        text.replace("ru/about/trial/#second", "ru/about/trial/#second 00000000 11111111\nru/about/trial/#second"),
    )
    assert set(names(project).values()) == {"current"}
    found = read_marks((project / FILE).read_text(encoding="utf-8"))[0]
    assert [len(marks) for marks in found.values() if Mark("00000000", "11111111") in marks] == [2]


def test_a_shallow_copy_of_the_history_tells_nothing(project: Path, tmp_path: Path) -> None:
    commit(project, "2026-03-01")
    amend(project, "ky", "кечинде тарады", "түндө гана тарады")
    commit(project, "2026-03-05")
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", project.as_uri(), copy], check=True)
    assert set(names(copy).values()) == {"current"}


def test_in_a_shallow_copy_a_slip_mended_in_the_change_at_hand_makes_nothing_behind(
    project: Path, tmp_path: Path
) -> None:
    keep_marks(project)
    commit(project)
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", project.as_uri(), copy], check=True)
    amend(copy, "ky", "кечинде", "кечинден")
    assert set(names(copy).values()) == {"current"}
    amend(copy, "ky", "кечинден", "түндө гана")
    assert names(copy)["second"] == "behind"


def test_marks_of_fingerprints_made_otherwise_make_nothing_behind(project: Path) -> None:
    write(project / FILE, "".join(f"ru/about/trial/{each} 00000000 11111111\n" for each in ("", "#first", "#second")))
    commit(project)
    assert set(names(project).values()) == {"current"}
