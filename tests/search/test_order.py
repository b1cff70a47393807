"""What readers ask for by its name comes first, whatever else has the words."""

from pathlib import Path

import pytest

from portal.publication.search.documents import SearchDocument
from portal.wording.months import NAMES
from search.evaluation.asking import ask, search_folder
from search.site_documents import site_documents

NEWS = "news/2020-03-12-strategy-discussion/"
FIRST = {
    ("ky", "ЖӨБ"): "terms/#lsg",
    ("ky", "ЖӨБдүн"): "terms/#lsg",
    ("ru", "МСУ"): "ru/terms/#lsg",
    ("ru", "что такое МСУ"): "ru/terms/#lsg",
    ("en", "LSG"): "en/terms/#lsg",
    ("ky", "стратегия"): "strategy/",
    ("ru", "стратегии"): "ru/strategy/",
    ("en", "strategy"): "en/strategy/",
    ("ky", "ЖӨБ Союзу"): "about/",
    ("ru", "Союз МСУ"): "ru/about/",
    ("en", "lsg union"): "en/about/",
    ("ky", "башкы бет"): "",
    ("ru", "главная"): "ru/",
    ("en", "home page"): "en/",
    ("ky", "12.03.2020"): NEWS,
    ("ru", "12.03.2020"): f"ru/{NEWS}",
    ("ru", "2020-03-12"): f"ru/{NEWS}",
    ("en", "12/03/2020"): f"en/{NEWS}",
}
CONTACT = {"ky": ("contact/", "байланыш"), "ru": ("ru/contact/", "контакты"), "en": ("en/contact/", "contact")}


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search over the edition, with a page of contacts whose title is a sentence."""
    contacts = [
        SearchDocument(language, address, "…", "1 2 3", "4 5 6", "") for language, (address, _) in CONTACT.items()
    ]
    return search_folder([*site_documents(built), *contacts], tmp_path_factory.mktemp("search") / "search")


def test_what_has_that_name_comes_first(folder: Path) -> None:
    questions = {**FIRST, **{(language, name): address for language, (address, name) in CONTACT.items()}}
    answers = ask(folder, list(questions))
    assert {
        question: answer.addresses[:3]
        for (question, address), answer in zip(questions.items(), answers, strict=True)
        if answer.addresses[:1] != (address,)
    } == {}


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_an_entry_of_the_glossary_comes_second(folder: Path, language: str) -> None:
    [answer] = ask(folder, [(language, {"en": "strategy"}.get(language, "стратегия"))])
    assert answer.addresses[1].endswith("terms/#strategy")


@pytest.mark.parametrize(
    ("figures", "day"), [("09.03.2020", 9), ("9.3.2020", 9), ("09/03/2020", 9), ("2020-03-09", 9), ("03.2020", None)]
)
def test_a_date_in_figures_is_one_in_words(folder: Path, figures: str, day: int | None) -> None:
    for language in ("ky", "ru", "en"):
        words = " ".join(filter(None, [str(day or ""), NAMES[language][2], "2020"]))
        in_figures, in_words = ask(folder, [(language, figures), (language, words)])
        assert in_figures.addresses == in_words.addresses != ()


def test_what_is_no_date_is_left_as_it_is(folder: Path) -> None:
    for figures in ("12.13.2020", "1.2.3.2020", "20-летнюю"):
        one, other = ask(folder, [("ru", figures), ("ru", f"«{figures}»")])
        assert one.count >= other.count


def test_the_other_keyboard_is_understood(folder: Path) -> None:
    [answer] = ask(folder, [("ru", "ghbjhbntns")])
    assert answer.meant == "приоритеты"


@pytest.mark.parametrize("query", ["0", "%E0%A4%A", "http://127.0.0.1/"])
def test_as_many_are_told_as_are_shown(folder: Path, query: str) -> None:
    [answer] = ask(folder, [("ky", query)])
    assert min(answer.count, 5) == len(answer.addresses)
