"""Figures in a text: numbers, years and dates, whatever the marks between their digits and the words beside them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from portal.content.markdown.prose import Passage
from portal.wording.dates import MONTHS, STEMS, THREE

NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?P<part>[.,]\d+)?"
    r"(?:[ \u00a0\u202f-]{1,2}(?P<scale>миң|млн|млрд|трлн|миллион|миллиард|триллион|тыс|thousand|million|billion|trillion|mln|bln)\w*)?"
)
DATE = re.compile(r"(?<!\d)(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)(?!\d)")
TIME = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
RUN = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
MARKS = re.compile(r"\D")
DIGIT = re.compile(r"\d")
ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
SCALES = {"миң": 3, "тыс": 3, "thousand": 3, "миллион": 6, "млн": 6, "million": 6, "mln": 6}
SCALES |= {"миллиард": 9, "млрд": 9, "billion": 9, "bln": 9, "триллион": 12, "трлн": 12, "trillion": 12}
MONTH_WORDS = {
    "ky": re.compile(
        rf"\b(?:(?:\d+-|жылдын[ \u00a0\n])({'|'.join(STEMS)})\w*|({'|'.join(STEMS)})\w*[ \u00a0](?:айы|ай\b))",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:\d+|в|с|по|до|за|к)[ \u00a0](январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(January|February|March(?=[ \u00a0]\d)|(?<=\d[ \u00a0])March|April|(?<=\d[ \u00a0])May|May(?=[ \u00a0]\d)|(?<=in[ \u00a0])(?:March|May)|June|July|August|September|October|November|December)\b"
    ),
}
CYRILLIC = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
MONTH_STEMS = {"ky": CYRILLIC, "ru": CYRILLIC, "en": tuple(name.lower() for name in MONTHS["en"])}
ROMAN = re.compile(r"\b(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})\b")
WORDS = {
    "ky": (
        "нөл бир эки үч төрт беш алты жети сегиз тогуз он".split(),
        {
            "жыйырма": 20,
            "отуз": 30,
            "кырк": 40,
            "элүү": 50,
            "алтымыш": 60,
            "жетимиш": 70,
            "сексен": 80,
            "токсон": 90,
            "жүз": 100,
            "миң": 1000,
        },
    ),
    "ru": (
        "нол|нул одн|один|перв дв|втор тр[иёе]|трет четыр|четвер пят|пятер шест сем|седьм восем|восьм девят десят".split(),
        {
            "одиннадцат": 11,
            "двенадцат": 12,
            "двадцат": 20,
            "тридцат": 30,
            "сорок": 40,
            "пятьдесят": 50,
            "шестьдесят": 60,
            "сто": 100,
            "сот": 100,
            "тысяч": 1000,
        },
    ),
    "en": (
        "zero one|first|once two|second|twice three|third four five|fifth six seven eight nine|ninth ten".split(),
        {
            "eleven": 11,
            "twelve": 12,
            "twelfth": 12,
            "twenty": 20,
            "twentieth": 20,
            "thirty": 30,
            "forty": 40,
            "fifty": 50,
            "hundred": 100,
            "thousand": 1000,
        },
    ),
}
MORE = {
    "ky": {"биринчи": 1, "экинчи": 2, "үчүнчү": 3, "жарым": 2},
    "ru": {"оба": 2, "обе": 2, "пол": 2},
    "en": {"both": 2, "half": 2},
}


def numbers_in(passages: Iterable[Passage], language: str) -> frozenset[str]:
    """The figures of a text as plain numbers: "2020", "3.5", "month 3"."""
    text = _text(passages, language)
    if not DIGIT.search(text):
        return frozenset()
    dates = [
        part
        for date in (DATE.finditer(text) if THREE.search(text) else ())
        for part in (date[1], f"month {int(date[2])}", date[3])
    ]
    text = DATE.sub(" ", text) if dates else text
    times = [part for time in TIME.finditer(text) for part in time.groups()] if ":" in text else []
    text = TIME.sub(" ", text) if times else text
    numbers = [*_months(text, language), *(_plain(found) for found in NUMBER.finditer(text))]
    return frozenset(str(int(part)) if part.isdigit() else part for part in (*dates, *times, *numbers))


def as_written(passages: Iterable[Passage], language: str) -> frozenset[str]:
    """The figures of a text by their digits alone, and its months: where they are the same in two languages, so are the figures."""
    text = _text(passages, language)
    if not DIGIT.search(text):
        return frozenset()
    return frozenset([*_months(text, language), *map(_digits, RUN.findall(text))])


def in_words(passages: Iterable[Passage], language: str) -> frozenset[str]:
    """The numbers that a text has in words or in Roman figures."""
    text = _text(passages, language)
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    small, large = WORDS[language]
    stems = [(stem, number) for number, entry in enumerate(small) for stem in entry.split("|")] + list(
        (large | MORE[language]).items()
    )
    spelt = {str(number) for stem, number in stems if any(re.match(stem, word) for word in words)}
    roman = {str(10 * len(found[1]) + ONES[found[2]]) for found in ROMAN.finditer(text) if found[0]}
    return frozenset(spelt | roman)


def _text(passages: Iterable[Passage], language: str) -> str:
    return "\n".join(passage.text for passage in passages if passage.language == language)


def _digits(run: str) -> str:
    return run if run.isdigit() else MARKS.sub(" ", run)


def _plain(found: re.Match[str]) -> str:
    whole = re.sub(r"\D", "", found["whole"])
    value = Decimal(whole + (found["part"] or "").replace(",", ".")) * 10 ** SCALES.get(found["scale"] or "", 0)
    return format(value.normalize(), "f")


def _months(text: str, language: str) -> Iterator[str]:
    small = text.lower()
    for found in MONTH_WORDS[language].finditer(text) if any(map(small.__contains__, MONTH_STEMS[language])) else ():
        name = next(group for group in found.groups() if group).lower()
        yield f"month {_number_of(name, language)}"


def _number_of(name: str, language: str) -> int:
    """The number of a month from the beginning of its name: май, мая, мае and May are the fifth."""
    stems = MONTH_STEMS[language]
    return next((at for at, stem in enumerate(stems, 1) if name.startswith(stem)), 5)
