"""Years, dates, ordinals and initials are kept on one line, and a dash stays with the word before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from portal.rendering.article.line_breaks import keep_together
from portal.wording.line_breaks import break_apart, no_break


def marked(text: str) -> str:
    """The text with "~" for a space that does not break, and brackets around what is kept on one line."""
    pieces = break_apart(text)
    shown = "".join(f"[{piece}]" if number % 2 else piece for number, piece in enumerate(pieces))
    return shown.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2020–2025-жылдарга стратегия", "[2020–2025-жылдарга] стратегия"),
        ("(2017–2020 годы)", "([2017–2020]~годы)"),
        ("2020-жылдын 12-мартында болду", "[2020-жылдын]~[12-мартында] болду"),
        ("9 марта 2020 г. в Бишкеке", "9~марта~2020~г. в Бишкеке"),
        ("on 9 March 2020 in Bishkek", "on 9~March~2020 in Bishkek"),
        ("20-летнюю историю, 1-абзац", "[20-летнюю] историю, [1-абзац]"),
        ("XX-кылым", "[XX-кылым]"),
        ("муниципалитеттер — Союз – бир", "муниципалитеттер~— Союз~– бир"),
        ("сөз\n— сөз", "сөз~— сөз"),
        (" — деди ал", "~— деди ал"),
        ("№ 5, § 2", "№~5, §~2"),
        ("О. Алманбетов, А. Б. Иванов", "О.~Алманбетов, А.~Б.~Иванов"),
    ],
)
def test_what_belongs_together_is_kept_on_one_line(text: str, shown: str) -> None:
    assert marked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "— деди ал",
        "https://example.org/news/2020-03-12-item/",
        "2020-03-12-item/",
        "кээ-бир сөз",
        "ЖӨБ. Союз",
        "12 беренеге ылайык 2020",
        "a - b",
    ],
)
def test_what_may_break_is_left_alone(text: str) -> None:
    assert list(break_apart(text)) == [text]


@given(st.text(st.sampled_from("0129IX-–— \n№§АӨaь.,:/<&годмартаMarch")))
def test_only_spaces_and_elements_are_changed(text: str) -> None:
    shown = LexborHTMLParser(f"<p>{no_break(text)}</p>").css_first("p")
    assert shown is not None and shown.text().split() == text.split()


def test_an_article_keeps_its_text_links_and_code() -> None:
    html = '<p>9 март <a href="../2020-03-12-a/">2020–2025 &lt;b&gt;</a> — <b>А. Бек</b></p><pre><code>2020-a — b</code></pre>'
    article = LexborHTMLParser(html)
    keep_together(article)
    assert article.body is not None and (article.body.inner_html or "").replace("&nbsp;", "~") == (
        '<p>9 март <a href="../2020-03-12-a/"><span class="nowrap">2020–2025</span> &lt;b&gt;</a>~— <b>А.~Бек</b></p>'
        "<pre><code>2020-a — b</code></pre>"
    )
