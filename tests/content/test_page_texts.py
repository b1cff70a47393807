"""Which texts readers have had of a page, and since when, as its history tells."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from portal.content.compilation import read_content
from portal.content.page_texts import KEPT, PageText

PAGE = Path("docs/ky/about/trial.md")
HEAD = "---\ntitle: Тажрыйба\ndescription: Тажрыйба барагы\n{more}---\n"
TEXT = "\n## Биринчи {{ #first }}\n\nЭл {day} чогулуп, ошол маселени кечке чейин талкуулады.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, Path("docs/ky/index.md"), HEAD.format(more=""))
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path], check=True)
    return tmp_path


def write(project: Path, name: Path, text: str) -> None:
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def page(day: str, more: str = "") -> str:
    return HEAD.format(more=more) + TEXT.format(day=day)


def commit(project: Path, day: int) -> None:
    who = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}
    moment = {f"GIT_{role}_DATE": f"2026-03-{day:02}T12:00:00+06:00" for role in ("AUTHOR", "COMMITTER")}
    for command in (["add", "--all"], ["commit", "--quiet", "--allow-empty", "--message", "x"]):
        subprocess.run(["git", "-C", project, *command], env=os.environ | who | moment, check=True)


def keep(project: Path, day: int, text: str) -> None:
    write(project, PAGE, text)
    commit(project, day)


def texts(project: Path, path: str = "about/trial") -> tuple[PageText, ...]:
    edition = read_content(project / "docs")
    return edition.page_texts(edition.originals[path])


def days(project: Path, path: str = "about/trial") -> list[int]:
    return [text.day.day for text in texts(project, path)]


def test_another_word_makes_another_text_and_typography_does_not(project: Path) -> None:
    keep(project, 1, page("эртең менен"))
    keep(project, 2, page("эртең менен").replace("чогулуп,", "**чогулуп** –").replace("\n## Б", "\n\n##  Б"))
    assert days(project) == [1]
    keep(project, 3, page("кечинде"))
    keep(project, 4, page("кечинде", "updated: 2026-03-04\n"))
    found = texts(project)
    assert [text.day.day for text in found] == [3, 1]
    assert "эртең менен" in found[1].page.text and "**чогулуп**" in found[1].page.text


def test_new_ids_and_other_facts_make_no_other_text(project: Path) -> None:
    keep(project, 1, page("кечинде"))
    keep(project, 2, page("кечинде", "changes: Белги алмашты.\n").replace("#first", "#beginning"))
    assert days(project) == [1]


def test_of_one_day_only_the_last_text_is_known(project: Path) -> None:
    keep(project, 1, page("эртең менен"))
    keep(project, 1, page("түштө"))
    keep(project, 2, page("кечинде"))
    keep(project, 2, page("түнкүсүн"))
    found = texts(project)
    assert [text.day.day for text in found] == [2, 1] and "түштө" in found[1].page.text


def test_a_text_that_came_back_is_not_compared_with_itself(project: Path) -> None:
    for day, word in enumerate(("эртең менен", "кечинде", "эртең менен"), 1):
        keep(project, day, page(word))
    assert days(project) == [3, 2]


def test_at_most_five_earlier_texts_are_kept(project: Path) -> None:
    for day in range(1, 10):
        keep(project, day, page(f"{day}-мартта"))
    assert days(project) == [9, 8, 7, 6, 5, 4]
    assert len(texts(project)) == KEPT + 1


@pytest.mark.parametrize("broken", [HEAD.format(more="").removesuffix("---\n"), "\udcff"])
def test_a_state_that_could_not_be_read_was_never_published(project: Path, broken: str) -> None:
    keep(project, 1, page("эртең менен"))
    (project / PAGE).write_bytes(broken.encode("utf-8", "surrogateescape"))
    commit(project, 2)
    (project / PAGE).unlink()
    commit(project, 3)
    keep(project, 4, page("кечинде"))
    assert days(project) == [4, 1]


def test_a_page_keeps_its_texts_when_it_moves(project: Path) -> None:
    keep(project, 1, page("эртең менен"))
    keep(project, 2, page("кечинде"))
    (project / PAGE).rename(project / "docs/ky/about/moved.md")
    write(project, Path("records/moved.yml"), "about/trial/: about/moved/\n")
    commit(project, 3)
    assert days(project, "about/moved") == [2, 1]


def test_a_page_into_which_another_was_gathered_keeps_only_its_own_texts(project: Path) -> None:
    write(project, Path("docs/ky/about/other.md"), HEAD.format(more="") + "\nТаптакыр башка нерсе жөнүндө баяндама.\n")
    keep(project, 1, page("эртең менен"))
    (project / "docs/ky/about/other.md").unlink()
    write(project, Path("records/moved.yml"), "about/other/: about/trial/\n")
    keep(project, 2, page("кечинде"))
    assert days(project) == [2, 1]


def test_what_is_not_committed_yet_has_no_day(project: Path) -> None:
    keep(project, 1, page("эртең менен"))
    keep(project, 2, page("кечинде"))
    write(project, PAGE, page("түнкүсүн"))
    assert days(project) == [2, 1]


def test_without_history_a_page_has_no_texts(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write(project, PAGE, page("эртең менен"))
    assert days(project) == []
    commit(project, 1)
    assert days(project) == [1]
    keep(project, 2, page("кечинде"))
    copy = tmp_path_factory.mktemp("shallow")
    subprocess.run(["git", "clone", "-q", "--depth=1", project.as_uri(), copy], check=True)
    assert days(copy) == []


def test_the_page_is_dated_by_the_last_change_of_its_words(project: Path) -> None:
    def dated() -> date | None:
        edition = read_content(project / "docs")
        return edition.page_date(edition.originals["about/trial"])

    keep(project, 1, page("эртең менен", "updated: 2026-02-01\n"))
    assert dated() == date(2026, 2, 1)
    keep(project, 3, page("кечинде", "updated: 2026-02-01\n"))
    keep(project, 4, page("«кечинде»", "updated: 2026-02-01\n"))
    assert dated() == date(2026, 3, 3)
