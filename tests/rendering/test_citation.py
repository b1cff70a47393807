"""What each kind of page is cited as, in three languages."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from content import sample_docs
from portal.content.mending.page_files import read_page
from portal.rendering.citation import cite
from portal.rendering.page_view import LanguageEdition

UNION = (
    "Кыргыз Республикасынын Жергиликтүү өз алдынча башкаруулар Союзу.",
    "Союз местных самоуправлений Кыргызской Республики.",
    "Union of Local Self-Governments of the Kyrgyz Republic.",
)
CHANGED = (
    "Жаңыртылган күнү: 2026-жылдын 22-ноябры.",
    "Обновлено: 22 ноября 2026 г.",
    "Last changed: 22 November 2026.",
)
ACCESSED = ("Кайрылган күнү:", "Дата обращения:", "Accessed:")
CITED = {
    "strategy/role": (
        "2020–2025-жылдарга стратегия. 1-бөлүм. Муниципалдык бирикмелердин жана ЖӨБ Союзунун ролу (жаңылыктын негизинде, 2020-жылдын 12-марты).",
        "Стратегия на 2020–2025 годы. Глава 1. Роль муниципальных ассоциаций и Союза МСУ (из новости от 12 марта 2020 г.).",
        "Strategy for 2020–2025. Chapter 1. The role of municipal associations and of the LSG Union (from the news item of 12 March 2020).",
    ),
    "priorities": (
        "Артыкчылыктуу багыттар (жаңылыктын негизинде, 2020-жылдын 12-марты).",
        "Приоритетные направления (из новости от 12 марта 2020 г.).",
        "Priority directions (from the news item of 12 March 2020).",
    ),
    "news/2020-03-12-strategy-discussion": (
        "Кыргыз Республикасынын ЖӨБ Союзунун 2020–2025-жж. Стратегиясынын долбоорун талкуулоо болуп өттү. Жаңылык, 2020-жылдын 12-марты.",
        "Состоялось обсуждение проекта Стратегии Союза МСУ Кыргызской Республики на 2020–2025 годы. Новость от 12 марта 2020 г.",
        "Draft Strategy of the LSG Union of the Kyrgyz Republic for 2020–2025 discussed. News item of 12 March 2020.",
    ),
    "about": ("Союз жана өнөктөштөр.", "Союз и партнёры.", "The Union and its partners."),
}


@pytest.mark.parametrize("path", CITED)
def test_a_page_is_cited_with_its_owner_place_basis_and_labelled_days(built: Path, path: str) -> None:
    for number, folder in enumerate(("", "ru", "en")):
        tree = LexborHTMLParser((built / folder / path / "index.html").read_text(encoding="utf-8"))
        found = tree.css_first(".page-foot .permalink-control p:nth-of-type(2) > span")
        changed = () if path.startswith("news/") else (CHANGED[number],)
        parts = (UNION[number], CITED[path][number], *changed, f"https://example.org/go/{path}/", ACCESSED[number])
        assert " ".join(found.text().split()) == " ".join(parts)


def cited(path: str, facts: str, section: str = "") -> str:
    text = f"---\ntitle: Title\ndescription: x\n{facts}---\n"
    page, _ = read_page(Path(f"docs/ky/{path or 'index'}.md"), text.encode())
    assert page is not None
    return cite(LanguageEdition(sample_docs.edition_of([page]), "https://example.org/", "en").page(path), section)


def test_a_draft_that_rests_on_no_news_item_says_of_which_day_it_is() -> None:
    draft = "status: draft\nstatus_date: 2020-03-12\n"
    assert cited("about/union", draft) == f"{UNION[2]} Title (draft as of 12 March 2020)."
    assert cited("about/union", draft, "A “b”") == f"{UNION[2]} Title (draft as of 12 March 2020), section “A ‘b’”."


def test_a_corrected_news_item_has_both_of_its_days() -> None:
    facts = "date: 2020-03-12\nupdated: 2020-04-05\n"
    assert cited("news/2020-03-12-item", facts) == (
        f"{UNION[2]} Title. News item of 12 March 2020. Last changed: 5 April 2020."
    )


def test_the_home_page_is_cited_by_its_place() -> None:
    assert cited("", "") == f"{UNION[2]} Башкы барак."
