"""The cards of shared links: their letters are all there, titles of any length fit, and they are drawn once."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from portal.content.compilation import read_content
from portal.publication.assets import cards
from portal.publication.assets.drawing import drawing_mask, path_curves
from portal.publication.assets.glyphs import BOLD, REGULAR, font
from portal.publication.assets.lettering import Lines, fit
from portal.rendering.share import Card
from projects import EDITION

LETTERS = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz"
SIGNS = "0123456789–—-«»„“”‘’.,:;!?…№§%&()/"
LONG = (
    "Кыргыз Республикасынын Жергиликтүү өз алдынча башкаруулар Союзунун 2020–2025-жылдарга стратегиясынын долбоорун "
    "талкуулоо, борбордук жана жергиликтүү деңгээлде ЖӨБ органдарынын кызыкчылыктарын толук кандуу билдирүү жана коргоо "
    "үчүн кудуретин күчөтүү боюнча кадамдарды жасоо жана өнөктөштөр"
)
WIDTH, HEIGHT = 860, 320


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_the_font_has_every_letter_and_each_looks_its_own(weight: int) -> None:
    face = font(40, weight)
    missing = bytes(face.getmask("\uffff"))
    drawn = {sign: bytes(face.getmask(sign)) for sign in {*LETTERS, *LETTERS.upper(), *SIGNS}}
    assert [sign for sign, mask in drawn.items() if mask == missing or not any(mask)] == []
    for one, other in ("өо", "үу", "ңн", "ӨО", "ҮУ", "ҢН"):
        assert drawn[one] != drawn[other]


@pytest.mark.parametrize(("size", "weight"), [(72, BOLD), (36, BOLD), (30, REGULAR)])
def test_letters_stand_as_the_font_itself_sets_them(size: int, weight: int) -> None:
    words = "Өкмөт, АВТО fjord “Type” 2020-жыл"
    lines = Lines((words,), size, weight)
    whole = Image.new("L", (1600, lines.height + size))
    ImageDraw.Draw(whole).text((0, 0), words, 255, font(size, weight))
    assert ImageChops.difference(whole, lines.mask(1600)).getbbox() is None


def test_a_short_title_is_large_and_a_long_one_small() -> None:
    short, long = fit("Байланыш", WIDTH, HEIGHT), fit(LONG, WIDTH, HEIGHT)
    assert short.texts == ("Байланыш",) and short.size > 2 * long.size - 10
    assert short.height <= HEIGHT and long.height <= HEIGHT


@pytest.mark.parametrize("text", [LONG, LONG * 2, "өүң" * 100, "Сөз " + "ө" * 90, "W" * 300, "а" * 300])
def test_lines_stay_within_their_place_whatever_the_title(text: str) -> None:
    lines = fit(text, WIDTH, HEIGHT)
    assert max(font(lines.size, BOLD).getlength(line) for line in lines.texts) <= WIDTH
    assert lines.height <= HEIGHT
    said = "".join(lines.texts).replace("\xa0", "").replace(" ", "")
    assert text.replace(" ", "").startswith(said.removesuffix("…"))


def test_a_title_of_three_hundred_letters_is_cut_after_a_word() -> None:
    *_, last = fit(LONG, WIDTH, HEIGHT).texts
    assert last.endswith("…") and last.removesuffix("…").split()[-1] in LONG.split()
    assert not fit(LONG[:150], WIDTH, HEIGHT).texts[-1].endswith("…")


def test_years_and_dates_stand_on_one_line() -> None:
    text = "Жолугушуу 2020–2025-жылдарга стратегиясынын долбоорун 2020-жылдын 9-мартында талкуулоо"
    lines = fit(text, WIDTH, HEIGHT).texts
    assert any("2020–2025-жылдарга" in line for line in lines)
    assert any("2020-жылдын\xa09-мартында" in line for line in lines)


def test_lines_are_about_as_long_as_each_other() -> None:
    lines = fit("The LSG Union defends the interests of all municipalities", WIDTH, HEIGHT)
    lengths = [font(lines.size, BOLD).getlength(line) for line in lines.texts]
    assert len(lengths) > 1 and min(lengths) > 0.6 * max(lengths)


def test_a_card_has_another_name_when_its_words_change() -> None:
    one = Card("Сөз", "ky", date(2020, 3, 12))
    others = [Card("Сөздөр", "ky", date(2020, 3, 12)), Card("Сөз", "ru", date(2020, 3, 12)), Card("Сөз", "ky")]
    assert len({card.file for card in (one, *others, Card("Сөз", "ky", date(2020, 3, 12)))}) == 4


def test_a_card_shows_its_day_under_the_title() -> None:
    def drawn(card: Card) -> Image.Image:
        return Image.open(BytesIO(cards.draw_card(card))).convert("RGB")

    difference = ImageChops.difference(drawn(Card("Сөз", "ky", date(2020, 3, 12))), drawn(Card("Сөз", "ky")))
    left, top, right, bottom = difference.getbbox() or (0, 0, 0, 0)
    assert 60 <= left < right < 990 and 540 < top < bottom < 610


def test_cards_are_the_same_each_time_and_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = read_content(EDITION / "docs")

    def published(place: str) -> dict[str, bytes]:
        cards.publish_cards(tmp_path / place / "site", edition)
        return {file.name: file.read_bytes() for file in (tmp_path / place / "site/assets/cards").iterdir()}

    first = published("one")
    assert first and published("two") == first
    monkeypatch.setattr(cards, "draw_card", None)
    assert published("one") == first


def test_a_drawing_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="A in"):
        list(path_curves("M0 0A1 1 0 0 1 2 2"))
    assert drawing_mask("mark.svg", 32).getextrema() == (0, 255)
