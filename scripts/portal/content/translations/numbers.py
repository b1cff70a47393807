"""The numbers in a text, including those of dates, however its language writes them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from portal.content.markdown.prose import Passage
from portal.wording.months import any_month, month_number
from portal.wording.phrases import read_language_file

SCALES = {"миң": 3, "тыс": 3, "thousand": 3, "миллион": 6, "млн": 6, "million": 6, "mln": 6}
SCALES |= {"миллиард": 9, "млрд": 9, "billion": 9, "bln": 9, "триллион": 12, "трлн": 12, "trillion": 12}
NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?P<fraction>[.,]\d+)?"
    rf"(?:[ \u00a0\u202f-]{{1,2}}(?P<scale>{'|'.join(SCALES)})\w*)?"
)
DATE = re.compile(r"(?<!\d)(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)(?!\d)")
TIME = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
RUN = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
NOT_DIGIT = re.compile(r"\D")
DIGIT = re.compile(r"\d")
MONTHS = {
    "ky": re.compile(
        rf"\b(?:(?:\d+-|жылдын[ \u00a0\n])({any_month('ky')})|({any_month('ky')})\w*[ \u00a0](?:айы|ай\b))",
        re.IGNORECASE,
    ),
    "ru": re.compile(rf"\b(?:\d+|в|с|по|до|за|к)[ \u00a0]({any_month('ru')})", re.IGNORECASE),
    # March and May have other meanings too.
    "en": re.compile(
        rf"\b((?!March|May){any_month('en')}"
        r"|(?:March|May)(?=[ \u00a0]\d)|(?<=\d[ \u00a0])(?:March|May)|(?<=in[ \u00a0])(?:March|May))\b"
    ),
}
ROMAN = re.compile(r"\b(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})\b")
ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def numbers_in(passages: Iterable[Passage], language: str) -> frozenset[str]:
    """The numbers in a text: "2020", "3.5", "month 3"."""
    text = _text(passages, language)
    if not DIGIT.search(text):
        return frozenset()
    found = [part for day, month, year in DATE.findall(text) for part in (day, f"month {int(month)}", year)]
    text = DATE.sub(" ", text)
    found += [part for time in TIME.findall(text) for part in time]
    text = TIME.sub(" ", text)
    found += [*_months(text, language), *(_format(number) for number in NUMBER.finditer(text))]
    return frozenset(str(int(part)) if part.isdigit() else part for part in found)


@cache
def digits_in(passages: tuple[Passage, ...], language: str) -> frozenset[str]:
    """The digits in a text, and its months: texts that agree in these have the same numbers.

    Each translation asks for those of its original.
    """
    text = _text(passages, language)
    if not DIGIT.search(text):
        return frozenset()
    return frozenset([*_months(text, language), *(NOT_DIGIT.sub(" ", run) for run in RUN.findall(text))])


def spelled_numbers(passages: Iterable[Passage], language: str) -> frozenset[str]:
    """The numbers that a text spells out or has in Roman numerals."""
    text = _text(passages, language)
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    beginnings = read_language_file("numbers.yml")[language].items()
    spelled = {str(number) for beginning, number in beginnings if any(word.startswith(beginning) for word in words)}
    roman = {str(10 * len(tens) + ROMAN_ONES.index(ones)) for tens, ones in ROMAN.findall(text) if tens or ones}
    return frozenset(spelled | roman)


def _text(passages: Iterable[Passage], language: str) -> str:
    return "\n".join(passage.text for passage in passages if passage.language == language)


def _format(number: re.Match[str]) -> str:
    whole = NOT_DIGIT.sub("", number["whole"])
    value = Decimal(whole + (number["fraction"] or "").replace(",", ".")) * 10 ** SCALES.get(number["scale"] or "", 0)
    return format(value.normalize(), "f")


def _months(text: str, language: str) -> Iterator[str]:
    for found in MONTHS[language].finditer(text):
        yield f"month {month_number(found[found.lastindex or 0], language)}"
