"""Where the terms of the glossary occur: in any form, in sections of each language, the longest name first."""

import pytest

from portal.addresses import Address
from portal.content.compilation import read_content
from portal.content.concordance import TermFinder
from portal.content.glossary import Name
from portal.content.markdown.prose import Passage
from portal.content.translations.sections import Section
from projects import EDITION

NAMES = {
    "union": {
        "ky": Name("ky", "Кыргыз Республикасынын Жергиликтүү өз алдынча башкаруулар Союзу", "ЖӨБ Союзу"),
        "ru": Name("ru", "Союз местных самоуправлений Кыргызской Республики", "Союз МСУ"),
        "en": Name("en", "Union of Local Self-Governments of the Kyrgyz Republic", "LSG Union"),
    },
    "lsg": {
        "ky": Name("ky", "жергиликтүү өз алдынча башкаруу", "ЖӨБ"),
        "ru": Name("ru", "местное самоуправление", "МСУ"),
        "en": Name("en", "local self-government", "LSG"),
    },
    "group": {
        "ky": Name("ky", "Жумушчу топ"),
        "ru": Name("ru", "Рабочая группа"),
        "en": Name("en", "Working group"),
    },
    "agency": {"ru": Name("ru", "Агентство по делам МСУ при Правительстве КР")},
    "municipality": {"ru": Name("ru", "Муниципалитет"), "en": Name("en", "Municipality")},
    "project": {"ru": Name("ru", "Проект «Голос граждан: бюджетный процесс»")},
}


def terms(language: str, text: str) -> set[str]:
    section = Section("x", passages=(Passage(language, "text", 0, 1, text, 0),))
    return TermFinder(NAMES, language).terms_in(section)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ky", "Жумушчу тобунун мүчөлөрү", {"group"}),
        ("ky", "ЖӨБдүн укуктары", {"lsg"}),
        ("ky", "ЖӨБ Союзунун мүчөлөрү", {"union"}),
        ("ky", "ЖӨБ\0\0 Союзуна", {"union"}),
        ("ky", "жөбөлгөн топтор", set()),
        ("ru", "в рабочей группе Союза МСУ", {"group", "union"}),
        ("ru", "муниципалитетами, местного самоуправления", {"municipality", "lsg"}),
        ("ru", "Агентством по делам МСУ при Правительстве Кыргызской Республики", {"agency"}),
        ("ru", "«Голос граждан: бюджетный процесс»", {"project"}),
        ("ru", "МСУР, мсу, рабочий день группы", set()),
        ("en", "the LSG Union’s working groups in municipalities", {"union", "group", "municipality"}),
        ("en", "re-working groupings of LSGs", set()),
    ],
)
def test_a_term_is_found_in_its_forms(language: str, text: str, found: set[str]) -> None:
    assert terms(language, text) == found


def test_a_name_in_another_language_is_no_occurrence() -> None:
    section = Section("x", passages=(Passage("ru", "name", 0, 1, "Союз МСУ", 0),))
    assert TermFinder(NAMES, "en").terms_in(section) == set()


def test_places_say_in_which_languages_a_section_has_the_term() -> None:
    edition = read_content(EDITION / "docs")
    places = edition.concordance["union"]
    assert places[Address("strategy/role", "union")] == ("ky", "ru", "en")
    folders = list(dict.fromkeys(address.path.partition("/")[0] for address in places))
    assert folders[:3] == ["strategy", "priorities", "news"]
    assert all(address.path != "terms" for terms in edition.concordance.values() for address in terms)


def test_a_place_that_only_the_original_has_is_kept() -> None:
    assert read_content(EDITION / "docs").concordance["lsg"][Address("news/2020-04-01-kyrgyz-only")] == ("ky",)
